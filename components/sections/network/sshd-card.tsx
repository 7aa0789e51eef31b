"use client";

import { FieldRow } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { Switch } from "@/components/ui/switch";
import type { SshdValue } from "@/lib/preset/sections/network/value";
import { FoldedCard } from "../folded-card";
import { ItemChoice, ItemWords, type ItemProps } from "../item-fields";
import { PathField } from "../path-field";
import type { PartProps } from "../part";

const at = ["network", "sshd"] as const;

const rootLogins = [
  { value: "", label: "Not set" },
  { value: "no", label: "Never" },
  { value: "prohibit-password", label: "With a key" },
  { value: "yes", label: "Always" },
];
const typedLogins = [
  { value: "", label: "Not set" },
  { value: "no", label: "Refused" },
  { value: "yes", label: "Accepted" },
];

export function SshdCard({ value, onChange }: PartProps<SshdValue>) {
  const props = { at, item: value, onChange };
  return (
    <FoldedCard title="SSH server" path={at} summary={summaryOf(value)}>
      <ItemWords
        {...props}
        commas
        field="listen"
        label="Listens on"
        help="Ports, or addresses with a port: 222, 10.0.0.1:22, [fd00::1]:22. Port 22 is given up then, unless it is named."
        placeholder="22"
      />
      <LoginFields {...props} />
      <Switch
        label="sshd runs all the time"
        help="Instead of one process for each connection: it also answers while systemd does not."
        checked={value.always}
        onChange={(always) => onChange({ ...value, always })}
      />
      <PathField
        path={[...at, "more"]}
        label="More lines of sshd_config"
        help="The first value that sshd reads counts, and these come before the image's own."
      >
        <TextArea
          mono
          rows={3}
          placeholder="MaxAuthTries 3"
          value={value.more}
          onChange={(more) => onChange({ ...value, more })}
        />
      </PathField>
    </FoldedCard>
  );
}

/** Who may log in, and how. */
function LoginFields(props: ItemProps<SshdValue>) {
  return (
    <>
      <ItemChoice
        {...props}
        segments
        field="rootLogin"
        label="root may log in"
        width="wide"
        options={rootLogins}
      />
      <ItemChoice
        {...props}
        segments
        field="typedLogin"
        label="Passwords"
        width="wide"
        options={typedLogins}
      />
      <FieldRow>
        <ItemWords
          {...props}
          commas
          field="allowUsers"
          label="Only these users"
          width="medium"
          placeholder="core"
        />
        <ItemWords
          {...props}
          commas
          field="allowGroups"
          label="Only these groups"
          width="medium"
          placeholder="wheel"
        />
      </FieldRow>
    </>
  );
}

function summaryOf({ listen, allowUsers, rootLogin, typedLogin }: SshdValue) {
  return (
    [
      listen.length > 0 && `on ${listen.join(", ")}`,
      allowUsers.length > 0 && `for ${allowUsers.join(", ")}`,
      rootLogin === "no" && "not for root",
      typedLogin === "no" && "no passwords",
    ]
      .filter(Boolean)
      .join(" · ") || "On port 22, for everyone with a key"
  );
}
