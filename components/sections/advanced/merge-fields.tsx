"use client";

import { FieldRow } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import {
  policyText,
  type MergeKind,
} from "@/lib/preset/sections/advanced/merge-options";
import type {
  MergeOptions,
  MutableMode,
} from "@/lib/preset/sections/advanced/value";
import { PathField, PathMessages } from "../path-field";
import { Card } from "../section-page";

const modes: readonly { value: MutableMode; label: string }[] = [
  { value: "", label: "systemd's default (no)" },
  { value: "no", label: "no: always read-only" },
  { value: "auto", label: "auto: writable where writes have a place" },
  { value: "yes", label: "yes: writable, a place is made" },
  { value: "import", label: "import: read-only, with what was written" },
  { value: "ephemeral", label: "ephemeral: writable until unmerged" },
  {
    value: "ephemeral-import",
    label: "ephemeral-import: the same, with what was written",
  },
];

const policies: readonly { value: MergeOptions["policy"]; label: string }[] = [
  { value: "", label: "Default: dm-verity where it is" },
  { value: "verity", label: "Only images with dm-verity or a signature" },
  { value: "signed", label: "Only signed images" },
  { value: "own", label: "A policy of my own" },
];

interface MergeFieldsProps {
  kind: MergeKind;
  title: string;
  /** What the fields are about, for their labels: `/usr and /opt`. */
  trees: string;
  options: MergeOptions;
  onChange: (options: MergeOptions) => void;
}

/** Mutable mode and image policy of one kind of images. */
export function MergeFields(props: MergeFieldsProps) {
  const { kind, title, trees, options, onChange } = props;
  const policy = policyText(kind, options);
  return (
    <Card title={title}>
      <PathMessages path={["advanced", kind]} />
      <PathField
        path={["advanced", kind, "mutable"]}
        label={`Writes to merged ${trees}`}
      >
        <Select
          value={options.mutable}
          onChange={(mutable) =>
            onChange({ ...options, mutable: mutable as MutableMode })
          }
          options={modes}
        />
      </PathField>
      <FieldRow>
        <PathField
          path={["advanced", kind, "policy"]}
          label={`Images taken over ${trees}`}
          width="medium"
          help={policy && options.policy !== "own" ? policy : undefined}
        >
          <Select
            value={options.policy}
            onChange={(chosen) =>
              onChange({ ...options, policy: chosen as MergeOptions["policy"] })
            }
            options={policies}
          />
        </PathField>
        {options.policy === "own" ? (
          <PathField
            path={["advanced", kind, "ownPolicy"]}
            label={`Policy for ${trees}`}
            width="medium"
            help="As in systemd.image-policy(7)."
          >
            <TextInput
              mono
              placeholder="root=signed+absent"
              value={options.ownPolicy}
              onChange={(ownPolicy) =>
                onChange({ ...options, ownPolicy: ownPolicy.trim() })
              }
            />
          </PathField>
        ) : null}
      </FieldRow>
    </Card>
  );
}
