"use client";

import { FieldRow } from "@/components/ui/field";
import type { IgnitionTimeouts } from "@/lib/preset/sections/ignition/value";
import { ItemText } from "../item-fields";
import type { PartProps } from "../part";
import { Card } from "../section-page";

/** How long Ignition waits for what it fetches. */
export function TimeoutsCard({ value, onChange }: PartProps<IgnitionTimeouts>) {
  const props = { at: ["ignition", "timeouts"], item: value, onChange };
  return (
    <Card title="Timeouts">
      <FieldRow>
        <ItemText
          {...props}
          field="headers"
          label="Answer begins within (seconds)"
          help="0 waits for ever."
          inputMode="numeric"
          placeholder="10"
        />
        <ItemText
          {...props}
          field="total"
          label="Download ends within (seconds)"
          help="Retries included; without a limit the node waits until the server is there."
          inputMode="numeric"
          placeholder="no limit"
        />
      </FieldRow>
    </Card>
  );
}
