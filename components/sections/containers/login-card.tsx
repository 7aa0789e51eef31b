"use client";

import { FieldRow } from "@/components/ui/field";
import { ListEditor } from "@/components/ui/list-editor";
import { Switch } from "@/components/ui/switch";
import type {
  LoginHolder,
  RegistriesValue,
  RegistryLogin,
} from "@/lib/preset/sections/containers/value";
import { setAt } from "@/lib/set-at";
import { FoldedCard } from "../folded-card";
import { ItemText } from "../item-fields";
import styles from "../section.module.css";

interface LoginCardProps {
  value: RegistriesValue;
  onChange: (value: RegistriesValue) => void;
}

const at = ["containers", "registries"] as const;

const holders: readonly [LoginHolder, string, string][] = [
  ["root", "root, and services that run docker", "/root/.docker/config.json"],
  ["core", "The user core", "/home/core/.docker/config.json"],
  ["kubelet", "The kubelet", "/var/lib/kubelet/config.json"],
];

const blank: RegistryLogin = { server: "", user: "", password: "" };

/** Logins for registries, each written to the files of those who pull images. */
export function LoginCard({ value, onChange }: LoginCardProps) {
  const { logins } = value;
  const set = (part: Partial<RegistriesValue>) =>
    onChange({ ...value, ...part });
  const named = ({ server }: RegistryLogin, index: number) =>
    server || `registry ${index + 1}`;
  return (
    <FoldedCard
      title="Logins for registries"
      path={at}
      summary={
        logins.map(({ server }) => server).join(", ") ||
        "Images are pulled without a login"
      }
    >
      <ListEditor
        items={logins}
        onChange={(next) => set({ logins: next })}
        make={() => blank}
        addLabel="Add login"
        empty="A private registry wants a user and a password, better a token that can only pull. Docker Hub is https://index.docker.io/v1/."
        name={named}
        title={(login, index) => <code>{named(login, index)}</code>}
        render={(login, index) => {
          const of = named(login, index);
          const props = {
            at: [...at, "logins", index],
            item: login,
            onChange: (next: RegistryLogin) =>
              set({ logins: setAt(logins, [index], next) }),
          };
          return (
            <div className={styles.fields} role="group" aria-label={of}>
              <ItemText
                {...props}
                field="server"
                label={`Registry ${index + 1}`}
                placeholder="registry.example.com"
              />
              <FieldRow>
                <ItemText {...props} field="user" label={`User at ${of}`} />
                <ItemText
                  {...props}
                  secret
                  field="password"
                  label={`Password or token at ${of}`}
                  help="Left out of links and drafts."
                />
              </FieldRow>
            </div>
          );
        }}
      />
      {logins.length === 0 ? null : (
        <div
          className={styles.fields}
          role="group"
          aria-label="Who has the logins"
        >
          {holders.map(([holder, label, path]) => (
            <Switch
              key={holder}
              label={label}
              help={<code>{path}</code>}
              checked={value.holders.includes(holder)}
              onChange={(on) =>
                set({
                  holders: holders
                    .map(([one]) => one)
                    .filter((one) =>
                      one === holder ? on : value.holders.includes(one),
                    ),
                })
              }
            />
          ))}
        </div>
      )}
    </FoldedCard>
  );
}
