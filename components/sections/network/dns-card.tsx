"use client";

import { FieldRow } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { Switch } from "@/components/ui/switch";
import type { DnsValue } from "@/lib/preset/sections/network/value";
import { FoldedCard } from "../folded-card";
import { PathField } from "../path-field";
import { WordsInput } from "../words-input";
import type { PartProps } from "./part";

const at = ["network", "dns"] as const;

const dnssec = [
  { value: "", label: "The image's default" },
  { value: "yes", label: "Refuse what is not signed right" },
  { value: "allow-downgrade", label: "Check where servers can" },
  { value: "no", label: "Off" },
];
const overTls = [
  { value: "", label: "The image's default" },
  { value: "yes", label: "Always" },
  { value: "opportunistic", label: "Where servers can" },
  { value: "no", label: "Off" },
];

export function DnsCard({ value, onChange }: PartProps<DnsValue>) {
  const set = (part: Partial<DnsValue>) => onChange({ ...value, ...part });
  return (
    <FoldedCard
      title="DNS for the whole node"
      path={at}
      summary={
        [value.servers.join(", "), value.stub && "cached for every program"]
          .filter(Boolean)
          .join(" · ") || "The servers that the interfaces name"
      }
    >
      <FieldRow>
        <PathField
          path={[...at, "servers"]}
          label="Servers"
          width="medium"
          help="Beside those of the interfaces."
        >
          <WordsInput
            placeholder="9.9.9.9#dns.quad9.net"
            value={value.servers}
            onChange={(servers) => set({ servers })}
          />
        </PathField>
        <PathField
          path={[...at, "fallback"]}
          label="Fallback servers"
          width="medium"
          help="Asked when no other is known."
        >
          <WordsInput
            placeholder="1.1.1.1"
            value={value.fallback}
            onChange={(fallback) => set({ fallback })}
          />
        </PathField>
      </FieldRow>
      <PathField
        path={[...at, "domains"]}
        label="Search domains of the node"
        help="~. sends every name to the servers above."
      >
        <WordsInput
          placeholder="example.local"
          value={value.domains}
          onChange={(domains) => set({ domains })}
        />
      </PathField>
      <FieldRow>
        <PathField path={[...at, "dnssec"]} label="DNSSEC" width="medium">
          <Select
            value={value.dnssec}
            onChange={(next) => set({ dnssec: next as DnsValue["dnssec"] })}
            options={dnssec}
          />
        </PathField>
        <PathField
          path={[...at, "overTls"]}
          label="DNS over TLS"
          width="medium"
        >
          <Select
            value={value.overTls}
            onChange={(next) => set({ overTls: next as DnsValue["overTls"] })}
            options={overTls}
          />
        </PathField>
      </FieldRow>
      <Switch
        label="Every program asks the local cache"
        help="/etc/resolv.conf then names 127.0.0.53, which containers and Kubernetes cannot reach."
        checked={value.stub}
        onChange={(stub) => set({ stub })}
      />
    </FoldedCard>
  );
}
