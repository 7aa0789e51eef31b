"use client";

import { FieldRow } from "@/components/ui/field";
import { Select, TextArea, TextInput } from "@/components/ui/inputs";
import type { Path } from "@/lib/butane";
import type { ConfFile, ConfKind } from "@/lib/preset/sections/kernel/value";
import { FoldCard } from "../fold-card";
import { PathField } from "../path-field";
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
    <FoldCard
      path={at}
      name={confName(conf) || "New settings file"}
      summary={summaryOf(conf)}
      startOpen={conf.name === ""}
    >
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
    </FoldCard>
  );
}

/** What it is for, and how it begins. */
function summaryOf({ kind, text }: ConfFile): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const { label } = confKinds[kind];
  if (lines.length === 0) return `${label} · empty`;
  return `${label} · ${lines[0]}${lines.length > 1 ? ` · ${lines.length} lines` : ""}`;
}
