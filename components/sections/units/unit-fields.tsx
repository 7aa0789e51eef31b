"use client";

import { Button } from "@/components/ui/button";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import { Segments } from "@/components/ui/segments";
import { Switch } from "@/components/ui/switch";
import type { Path } from "@/lib/butane";
import { skeletonFor } from "@/lib/preset/sections/units/skeletons";
import type { NodeDropin, NodeUnit } from "@/lib/preset/sections/units/value";
import { setAt } from "@/lib/set-at";
import { FoldCard } from "../fold-card";
import { PathField } from "../path-field";
import styles from "../section.module.css";

const states = [
  { value: "", label: "As it is" },
  { value: "yes", label: "Enabled" },
  { value: "no", label: "Disabled" },
] as const;

interface UnitFieldsProps {
  unit: NodeUnit;
  index: number;
  onChange: (unit: NodeUnit) => void;
}

/** A unit: whether it starts, its text where it is new, and what is changed where it is there already. */
export function UnitFields({ unit, index, onChange }: UnitFieldsProps) {
  const at = ["units", "units", index] as const;
  return (
    <FoldCard
      path={at}
      name={unit.name || `Unit ${index + 1}`}
      summary={summaryOf(unit)}
      startOpen={unit.name === ""}
    >
      <PathField path={[...at, "name"]} label="Name">
        <TextInput
          mono
          placeholder="app.service"
          value={unit.name}
          onChange={(name) => onChange({ ...unit, name })}
        />
      </PathField>
      <PathField
        path={[...at, "enabled"]}
        label="On the first boot"
        group
        help="Enabled, it starts with what its [Install] section names."
      >
        <Segments
          value={unit.enabled}
          onChange={(enabled) => onChange({ ...unit, enabled })}
          options={states}
        />
      </PathField>
      <Switch
        label="Mask it"
        help="Nothing can start it any more."
        checked={unit.mask}
        onChange={(mask) => onChange({ ...unit, mask })}
      />
      <UnitText
        path={[...at, "contents"]}
        name={unit.name}
        value={unit.contents}
        help="Empty for a unit that is on the node already."
        onChange={(contents) => onChange({ ...unit, contents })}
        // What is new and says when it starts is meant to.
        onBegin={(contents) => onChange({ ...unit, contents, enabled: "yes" })}
      />
      <Dropins
        at={at}
        dropins={unit.dropins}
        onChange={(dropins) => onChange({ ...unit, dropins })}
      />
    </FoldCard>
  );
}

function summaryOf({ enabled, mask, contents, dropins }: NodeUnit): string {
  const lines = contents.split("\n").filter((line) => line.trim()).length;
  return [
    mask ? "masked" : "",
    enabled === "yes" ? "enabled" : enabled === "no" ? "disabled" : "",
    lines > 0 ? `${lines} lines` : "there already",
    dropins.length > 0
      ? `${dropins.length} drop-in${dropins.length === 1 ? "" : "s"}`
      : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The text of a unit, with the usual lines of its type to begin with. */
export function UnitText({
  path,
  name,
  value,
  help,
  onChange,
  onBegin = onChange,
}: {
  path: Path;
  name: string;
  value: string;
  help?: string;
  onChange: (text: string) => void;
  /** Takes the usual lines. */
  onBegin?: (text: string) => void;
}) {
  const skeleton = value === "" ? skeletonFor(name) : "";
  return (
    <div className={styles.fields}>
      <PathField path={path} label="Text of the unit" help={help}>
        <TextArea mono rows={8} value={value} onChange={onChange} />
      </PathField>
      {skeleton === "" ? null : (
        <div>
          <Button onClick={() => onBegin(skeleton)}>
            Begin with the lines of a {name.slice(name.lastIndexOf(".") + 1)}
          </Button>
        </div>
      )}
    </div>
  );
}

function Dropins({
  at,
  dropins,
  onChange,
}: {
  at: Path;
  dropins: readonly NodeDropin[];
  onChange: (dropins: readonly NodeDropin[]) => void;
}) {
  return (
    <ListEditor
      items={dropins}
      onChange={onChange}
      make={() => ({ name: "", contents: "" })}
      addLabel="Add drop-in"
      name={({ name }, index) => `drop-in ${name || index + 1}`}
      render={(dropin, index) => (
        <div
          className={styles.fields}
          role="group"
          aria-label={`Drop-in ${dropin.name || index + 1}`}
        >
          <PathField
            path={[...at, "dropins", index, "name"]}
            label={`Name of drop-in ${index + 1}`}
            width="medium"
          >
            <TextInput
              mono
              placeholder="10-app.conf"
              value={dropin.name}
              onChange={(name) =>
                onChange(setAt(dropins, [index, "name"], name))
              }
            />
          </PathField>
          <PathField
            path={[...at, "dropins", index, "contents"]}
            label={`Text of drop-in ${index + 1}`}
            help="Lists such as ExecStart= are cleared by an empty line first."
          >
            <TextArea
              mono
              rows={4}
              placeholder={"[Service]\nEnvironment=DEBUG=1"}
              value={dropin.contents}
              onChange={(contents) =>
                onChange(setAt(dropins, [index, "contents"], contents))
              }
            />
          </PathField>
        </div>
      )}
    />
  );
}
