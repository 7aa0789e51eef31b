"use client";

import { FieldRow } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import { Switch } from "@/components/ui/switch";
import type { SshdValue } from "@/lib/preset/sections/network/value";
import { FoldedCard } from "../folded-card";
import { PathField } from "../path-field";
import { WordsInput } from "../words-input";
import type { PartProps } from "./part";

const at = ["network", "sshd"] as const;

export function SshdCard({ value, onChange }: PartProps<SshdValue>) {
  const set = (part: Partial<SshdValue>) => onChange({ ...value, ...part });
  return (
    <FoldedCard title="SSH server" path={at} summary={summaryOf(value)}>
      <PathField
        path={[...at, "listen"]}
        label="Listens on"
        help="Ports, or addresses with a port: 222, 10.0.0.1:22, [fd00::1]:22. Port 22 is given up then, unless it is named."
      >
        <WordsInput
          placeholder="22"
          value={value.listen}
          onChange={(listen) => set({ listen })}
        />
      </PathField>
      <PathField path={[...at, "rootLogin"]} label="root may log in" group>
        <Segments
          value={value.rootLogin}
          onChange={(rootLogin) => set({ rootLogin })}
          options={[
            { value: "", label: "Not set" },
            { value: "no", label: "Never" },
            { value: "prohibit-password", label: "With a key" },
            { value: "yes", label: "Always" },
          ]}
        />
      </PathField>
      <PathField path={[...at, "typedLogin"]} label="Passwords" group>
        <Segments
          value={value.typedLogin}
          onChange={(typedLogin) => set({ typedLogin })}
          options={[
            { value: "", label: "Not set" },
            { value: "no", label: "Refused" },
            { value: "yes", label: "Accepted" },
          ]}
        />
      </PathField>
      <FieldRow>
        <PathField
          path={[...at, "allowUsers"]}
          label="Only these users"
          width="medium"
        >
          <WordsInput
            placeholder="core"
            value={value.allowUsers}
            onChange={(allowUsers) => set({ allowUsers })}
          />
        </PathField>
        <PathField
          path={[...at, "allowGroups"]}
          label="Only these groups"
          width="medium"
        >
          <WordsInput
            placeholder="wheel"
            value={value.allowGroups}
            onChange={(allowGroups) => set({ allowGroups })}
          />
        </PathField>
      </FieldRow>
      <Switch
        label="sshd runs all the time"
        help="Instead of one process for each connection: it also answers while systemd does not."
        checked={value.always}
        onChange={(always) => set({ always })}
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
          onChange={(more) => set({ more })}
        />
      </PathField>
    </FoldedCard>
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
