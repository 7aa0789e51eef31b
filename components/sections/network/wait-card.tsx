"use client";

import { TextInput } from "@/components/ui/inputs";
import { Switch } from "@/components/ui/switch";
import type { WaitValue } from "@/lib/preset/sections/network/value";
import { FoldedCard } from "../folded-card";
import { PathField } from "../path-field";
import type { PartProps } from "../part";

export function WaitCard({ value, onChange }: PartProps<WaitValue>) {
  const { any, timeout } = value;
  return (
    <FoldedCard
      title="Waiting for the network"
      path={["network", "wait"]}
      summary={
        [any && "any interface", timeout && `${timeout} s at most`]
          .filter(Boolean)
          .join(", ") || "Every interface that networkd manages, for 2 minutes"
      }
    >
      <Switch
        label="One interface is enough"
        help="network-online.target is reached as soon as any interface is up."
        checked={any}
        onChange={(next) => onChange({ ...value, any: next })}
      />
      <PathField
        path={["network", "wait", "timeout"]}
        label="Wait at most"
        width="narrow"
        help="Seconds; empty is 120, and 0 waits for ever."
      >
        <TextInput
          mono
          inputMode="numeric"
          placeholder="120"
          value={timeout}
          onChange={(next) => onChange({ ...value, timeout: next })}
        />
      </PathField>
    </FoldedCard>
  );
}
