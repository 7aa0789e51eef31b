"use client";

import { FieldRow } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Switch } from "@/components/ui/switch";
import type { Path } from "@/lib/butane";
import { isPresent } from "@/lib/preset/sections/files/present";
import type { FileNode } from "@/lib/preset/sections/files/value";
import { PathField } from "../path-field";

type Node = FileNode & { readonly mode?: string };

interface NodeFieldsProps<Item extends Node> {
  at: Path;
  node: Item;
  onChange: (node: Item) => void;
  /** What is replaced: `a file that is there already`. */
  replaces: string;
  /** Ignition's own mode, for what has one. */
  mode?: string;
}

/** The path of an entry. What Flatcar has there already is replaced, or Ignition would stop at it. */
export function PathInput<Item extends Node>({
  at,
  node,
  onChange,
  placeholder,
}: Pick<NodeFieldsProps<Item>, "at" | "node" | "onChange"> & {
  placeholder: string;
}) {
  return (
    <PathField path={[...at, "path"]} label="Path">
      <TextInput
        mono
        placeholder={placeholder}
        value={node.path}
        onChange={(path) =>
          onChange({
            ...node,
            path,
            overwrite: isPresent(path) || node.overwrite,
          })
        }
      />
    </PathField>
  );
}

/** Mode, owner, group, and whether what is there goes. */
export function NodeFields<Item extends Node>(props: NodeFieldsProps<Item>) {
  const { at, node, onChange, replaces, mode } = props;
  return (
    <>
      <FieldRow>
        {mode === undefined ? null : (
          <PathField
            path={[...at, "mode"]}
            label="Mode"
            width="narrow"
            help="Octal."
          >
            <TextInput
              mono
              placeholder={mode}
              value={node.mode ?? ""}
              onChange={(text) => onChange({ ...node, mode: text })}
            />
          </PathField>
        )}
        <PathField
          path={[...at, "user"]}
          label="Owner"
          width="narrow"
          help="Name or number."
        >
          <TextInput
            mono
            placeholder="root"
            value={node.user}
            onChange={(user) => onChange({ ...node, user })}
          />
        </PathField>
        <PathField path={[...at, "group"]} label="Group" width="narrow">
          <TextInput
            mono
            placeholder="root"
            value={node.group}
            onChange={(group) => onChange({ ...node, group })}
          />
        </PathField>
      </FieldRow>
      <Switch
        label={`Replace ${replaces}`}
        help="Off, Ignition stops where there is one."
        checked={node.overwrite}
        onChange={(overwrite) => onChange({ ...node, overwrite })}
      />
    </>
  );
}
