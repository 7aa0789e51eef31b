"use client";

import { Segments } from "@/components/ui/segments";
import type { AdvancedValue } from "@/lib/preset/sections/advanced/value";
import { hierarchies, routePath } from "@/lib/preset/sections/advanced/writes";
import { PathField } from "../path-field";
import { Card } from "../section-page";

type Writes = AdvancedValue["writes"];

interface WriteRoutesProps {
  writes: Writes;
  onChange: (writes: Writes) => void;
}

/** Where systemd puts what is written to a merged tree. */
export function WriteRoutes({ writes, onChange }: WriteRoutesProps) {
  return (
    <Card title="Where writes go">
      <p>
        Used by every mutable mode but no. The tree below /usr is a read-only
        partition, so writes cannot go to it.
      </p>
      {hierarchies.map((hierarchy) => (
        <PathField
          key={hierarchy}
          path={["advanced", "writes", hierarchy]}
          label={`/${hierarchy}`}
          group
          width="auto"
          help={writes[hierarchy] ? routePath(hierarchy) : undefined}
        >
          <Segments
            value={writes[hierarchy]}
            onChange={(route) => onChange({ ...writes, [hierarchy]: route })}
            options={[
              { value: "", label: "Nowhere" },
              { value: "directory", label: "A directory" },
              {
                value: "original",
                label: `The /${hierarchy} below`,
                disabled: hierarchy === "usr",
              },
            ]}
          />
        </PathField>
      ))}
    </Card>
  );
}
