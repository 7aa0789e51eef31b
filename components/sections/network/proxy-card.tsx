"use client";

import { FieldRow } from "@/components/ui/field";
import { SecretInput, TextInput } from "@/components/ui/inputs";
import { Switch } from "@/components/ui/switch";
import type {
  ProxyUser,
  ProxyValue,
} from "@/lib/preset/sections/network/value";
import { hostOf } from "@/lib/preset/words";
import { FoldedCard } from "../folded-card";
import { PathField } from "../path-field";
import styles from "../section.module.css";
import { WordsInput } from "../words-input";
import type { PartProps } from "./part";

const at = ["network", "proxy"] as const;

const users: readonly [ProxyUser, string, string?][] = [
  ["system", "Every service", "Docker, containerd and sysupdate with them."],
  ["shell", "Everyone who logs in"],
  ["update-engine", "OS updates", "update-engine has a variable of its own."],
  ["docker", "Docker, if not every service"],
  ["containerd", "containerd, if not every service"],
  ["sysupdate", "Extension updates, if not every service"],
];

export function ProxyCard({ value, onChange }: PartProps<ProxyValue>) {
  const set = (part: Partial<ProxyValue>) => onChange({ ...value, ...part });
  return (
    <FoldedCard
      title="Proxy"
      path={at}
      summary={hostOf(value.https || value.http) || "None"}
    >
      <FieldRow>
        <PathField path={[...at, "http"]} label="For http" width="medium">
          <TextInput
            mono
            placeholder="http://proxy.example.com:3128"
            value={value.http}
            onChange={(http) => set({ http })}
          />
        </PathField>
        <PathField path={[...at, "https"]} label="For https" width="medium">
          <TextInput
            mono
            placeholder="http://proxy.example.com:3128"
            value={value.https}
            onChange={(https) => set({ https })}
          />
        </PathField>
      </FieldRow>
      <FieldRow>
        <PathField
          path={[...at, "user"]}
          label="User of the proxy"
          width="medium"
          help="Empty for a proxy that lets everybody through."
        >
          <TextInput
            mono
            value={value.user}
            onChange={(user) => set({ user })}
          />
        </PathField>
        <PathField
          path={[...at, "password"]}
          label="Password of the proxy"
          width="medium"
          help="Left out of links and drafts. Everyone on the node can read it."
        >
          <SecretInput
            mono
            value={value.password}
            onChange={(password) => set({ password })}
          />
        </PathField>
      </FieldRow>
      <PathField
        path={[...at, "except"]}
        label="Not for"
        help="Names and networks. What Ignition downloads has a proxy of its own, under Ignition."
      >
        <WordsInput
          placeholder="localhost, 127.0.0.1, .example.com, 10.0.0.0/8"
          value={value.except}
          onChange={(except) => set({ except })}
        />
      </PathField>
      <div
        className={styles.fields}
        role="group"
        aria-label="Who uses the proxy"
      >
        {users.map(([user, label, help]) => (
          <Switch
            key={user}
            label={label}
            help={help}
            checked={value.users.includes(user)}
            onChange={(on) =>
              set({
                users: users
                  .map(([one]) => one)
                  .filter((one) =>
                    one === user ? on : value.users.includes(one),
                  ),
              })
            }
          />
        ))}
      </div>
    </FoldedCard>
  );
}
