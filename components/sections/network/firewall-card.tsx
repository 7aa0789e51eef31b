"use client";

import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/inputs";
import { firewallStart } from "@/lib/preset/sections/network/firewall-start";
import type { FirewallValue } from "@/lib/preset/sections/network/value";
import { FoldedCard } from "../folded-card";
import { PathField } from "../path-field";
import type { PartProps } from "../part";

const at = ["network", "firewall"] as const;

const tools: readonly [keyof FirewallValue, string, string][] = [
  ["ipv4", "iptables rules (IPv4)", "As iptables-save prints them."],
  ["ipv6", "ip6tables rules (IPv6)", "As ip6tables-save prints them."],
  [
    "nftables",
    "nftables rules",
    "Loading them empties every table first, those of Docker too.",
  ],
];

export function FirewallCard({ value, onChange }: PartProps<FirewallValue>) {
  const set = tools.filter(([field]) => value[field] !== "");
  return (
    <FoldedCard
      title="Firewall"
      path={at}
      summary={
        set.map(([, label]) => label).join(", ") || "Everything comes in"
      }
    >
      {tools.map(([field, label, help]) => (
        <PathField
          key={field}
          path={[...at, field]}
          label={label}
          help={
            <>
              {help}
              {value[field] === "" ? (
                <>
                  {" "}
                  <Button
                    variant="link"
                    aria-label={`Begin ${label} with SSH and answers only`}
                    onClick={() =>
                      onChange({ ...value, [field]: firewallStart[field] })
                    }
                  >
                    Begin with SSH and answers only
                  </Button>
                </>
              ) : null}
            </>
          }
        >
          <TextArea
            mono
            rows={value[field] === "" ? 2 : 8}
            value={value[field]}
            onChange={(text) => onChange({ ...value, [field]: text })}
          />
        </PathField>
      ))}
    </FoldedCard>
  );
}
