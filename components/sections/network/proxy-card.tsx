"use client";

import { FieldRow } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import type {
  ProxyUser,
  ProxyValue,
} from "@/lib/preset/sections/network/value";
import { hostOf } from "@/lib/preset/words";
import { FoldedCard } from "../folded-card";
import { ItemText, ItemWords } from "../item-fields";
import styles from "../section.module.css";
import type { PartProps } from "../part";

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
  const props = { at, item: value, onChange };
  return (
    <FoldedCard
      title="Proxy"
      path={at}
      summary={hostOf(value.https || value.http) || "None"}
    >
      <FieldRow>
        <ItemText
          {...props}
          field="http"
          label="For http"
          placeholder="http://proxy.example.com:3128"
        />
        <ItemText
          {...props}
          field="https"
          label="For https"
          placeholder="http://proxy.example.com:3128"
        />
      </FieldRow>
      <FieldRow>
        <ItemText
          {...props}
          field="user"
          label="User of the proxy"
          help="Empty for a proxy that lets everybody through."
        />
        <ItemText
          {...props}
          secret
          field="password"
          label="Password of the proxy"
          help="Left out of links and drafts. Everyone on the node can read it."
        />
      </FieldRow>
      <ItemWords
        {...props}
        commas
        field="except"
        label="Not for"
        help="Names and networks. What Ignition downloads has a proxy of its own, under Ignition."
        placeholder="localhost, 127.0.0.1, .example.com, 10.0.0.0/8"
      />
      <UserSwitches value={value} onChange={onChange} />
    </FoldedCard>
  );
}

function UserSwitches({ value, onChange }: PartProps<ProxyValue>) {
  const turn = (user: ProxyUser, on: boolean) => {
    const chosen = users
      .map(([one]) => one)
      .filter((one) => (one === user ? on : value.users.includes(one)));
    onChange({ ...value, users: chosen });
  };
  return (
    <div className={styles.fields} role="group" aria-label="Who uses the proxy">
      {users.map(([user, label, help]) => (
        <Switch
          key={user}
          label={label}
          help={help}
          checked={value.users.includes(user)}
          onChange={(on) => turn(user, on)}
        />
      ))}
    </div>
  );
}
