"use client";

import { FieldRow } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import type { DnsValue } from "@/lib/preset/sections/network/value";
import { FoldedCard } from "../folded-card";
import { ItemChoice, ItemWords, type ItemProps } from "../item-fields";
import type { PartProps } from "../part";

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
  const props = { at, item: value, onChange };
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
      <ServerFields {...props} />
      <FieldRow>
        <ItemChoice {...props} field="dnssec" label="DNSSEC" options={dnssec} />
        <ItemChoice
          {...props}
          field="overTls"
          label="DNS over TLS"
          options={overTls}
        />
      </FieldRow>
      <Switch
        label="Every program asks the local cache"
        help="/etc/resolv.conf then names 127.0.0.53, which containers and Kubernetes cannot reach."
        checked={value.stub}
        onChange={(stub) => onChange({ ...value, stub })}
      />
    </FoldedCard>
  );
}

function ServerFields(props: ItemProps<DnsValue>) {
  return (
    <>
      <FieldRow>
        <ItemWords
          {...props}
          commas
          field="servers"
          label="Servers"
          width="medium"
          help="Beside those of the interfaces."
          placeholder="9.9.9.9#dns.quad9.net"
        />
        <ItemWords
          {...props}
          commas
          field="fallback"
          label="Fallback servers"
          width="medium"
          help="Asked when no other is known."
          placeholder="1.1.1.1"
        />
      </FieldRow>
      <ItemWords
        {...props}
        commas
        field="domains"
        label="Search domains of the node"
        help="~. sends every name to the servers above."
        placeholder="example.local"
      />
    </>
  );
}
