"use client";

import { FieldRow } from "@/components/ui/field";
import { Select, TextArea, TextInput } from "@/components/ui/inputs";
import type { Path } from "@/lib/butane";
import type { ConfFile, ConfKind } from "@/lib/preset/sections/kernel/value";
import { PathField, PathMessages } from "../path-field";
import styles from "../section.module.css";
import { confKinds, confName } from "./conf-kinds";

interface ConfFieldsProps {
  at: Path;
  conf: ConfFile;
  onChange: (conf: ConfFile) => void;
}

const kinds = Object.entries(confKinds).map(([value, { label }]) => ({
  value,
  label,
}));

/** A settings file: what it is for, its name, its lines. */
export function ConfFields({ at, conf, onChange }: ConfFieldsProps) {
  const { help, name, placeholder } = confKinds[conf.kind];
  return (
    <div
      className={styles.fields}
      role="group"
      aria-label={confName(conf) || "New settings file"}
    >
      <PathMessages path={at} />
      <FieldRow>
        <PathField path={[...at, "kind"]} label="For" width="medium">
          <Select
            value={conf.kind}
            onChange={(kind) => onChange({ ...conf, kind: kind as ConfKind })}
            options={kinds}
          />
        </PathField>
        <PathField
          path={[...at, "name"]}
          label="Name"
          width="medium"
          help="Without folder and ending. A file without a name is not written."
        >
          <TextInput
            mono
            placeholder={name}
            value={conf.name}
            onChange={(text) => onChange({ ...conf, name: text })}
          />
        </PathField>
      </FieldRow>
      <PathField path={[...at, "text"]} label="Lines" help={help}>
        <TextArea
          mono
          rows={4}
          placeholder={placeholder}
          value={conf.text}
          onChange={(text) => onChange({ ...conf, text })}
        />
      </PathField>
    </div>
  );
}
