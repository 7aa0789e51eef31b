"use client";

import { FieldRow } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import { targetOf, unitPath } from "@/lib/preset/sections/layers/starts";
import type { StartedUnit } from "@/lib/preset/sections/layers/value";
import { setAt } from "@/lib/set-at";
import { PathField, PathMessages } from "../path-field";
import { Card } from "../section-page";
import styles from "../section.module.css";

interface StartListProps {
  starts: readonly StartedUnit[];
  onChange: (starts: readonly StartedUnit[]) => void;
}

/** Links that start units of images that are in no catalogue. */
export function StartList({ starts, onChange }: StartListProps) {
  return (
    <Card title="Units in images of your own">
      <ListEditor
        items={starts}
        onChange={onChange}
        make={() => ({ unit: "", path: "", target: "" })}
        addLabel="Start a unit"
        name={({ unit }, index) => `start of ${unit || `unit ${index + 1}`}`}
        title={({ unit }, index) => unit || `Unit ${index + 1}`}
        empty="A unit inside an image is not reached by “enabled”; a link starts it. Extensions of the catalogue bring theirs."
        render={(start, index) => {
          const at = ["layers", "starts", index] as const;
          const change = (part: Partial<StartedUnit>) =>
            onChange(setAt(starts, [index], { ...start, ...part }));
          const unit = start.unit || "mine.service";
          return (
            <div
              className={styles.fields}
              role="group"
              aria-label={start.unit || `Unit ${index + 1}`}
            >
              <PathMessages path={at} />
              <FieldRow>
                <PathField path={[...at, "unit"]} label="Unit" width="medium">
                  <TextInput
                    mono
                    placeholder="mine.service"
                    value={start.unit}
                    onChange={(name) => change({ unit: name.trim() })}
                  />
                </PathField>
                <PathField
                  path={[...at, "target"]}
                  label="Started by"
                  width="medium"
                >
                  <TextInput
                    mono
                    placeholder={targetOf(unit)}
                    value={start.target}
                    onChange={(target) => change({ target: target.trim() })}
                  />
                </PathField>
              </FieldRow>
              <PathField path={[...at, "path"]} label="Path once merged">
                <TextInput
                  mono
                  placeholder={unitPath(unit)}
                  value={start.path}
                  onChange={(path) => change({ path: path.trim() })}
                />
              </PathField>
            </div>
          );
        }}
      />
    </Card>
  );
}
