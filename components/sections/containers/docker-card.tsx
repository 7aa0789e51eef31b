"use client";

import { FieldRow } from "@/components/ui/field";
import type { ContainersValue } from "@/lib/preset/sections/containers/value";
import { ItemSwitch, ItemText } from "../item-fields";
import { Card } from "../section-page";

interface DockerCardProps {
  value: ContainersValue;
  onChange: (part: Partial<ContainersValue>) => void;
}

const at = ["containers"] as const;

/** When Docker starts, what has to be there first, and what containers get from it. */
export function DockerCard({ value, onChange }: DockerCardProps) {
  const props = { at, item: value, onChange };
  const limits = {
    at: [...at, "limits"],
    item: value.limits,
    onChange: (next: ContainersValue["limits"]) => onChange({ limits: next }),
  };
  return (
    <Card title="Docker at boot">
      <ItemSwitch
        {...props}
        field="start"
        label="Start Docker at boot"
        help="Otherwise its socket starts it with the first docker command, and containers that restart by themselves wait for that."
      />
      <ItemText
        {...props}
        field="disk"
        label="Start after this disk is mounted"
        placeholder="/var/lib/docker"
        help="A mount point of the Storage section. Without it Docker stays off, instead of filling the root disk."
      />
      <FieldRow>
        <ItemText
          {...limits}
          field="memlock"
          label="Locked memory"
          placeholder="infinity"
          help="LimitMEMLOCK of Docker and containerd; containers get the same."
        />
        <ItemText
          {...limits}
          field="files"
          label="Open files"
          placeholder="1048576"
          help="LimitNOFILE of both."
        />
      </FieldRow>
    </Card>
  );
}
