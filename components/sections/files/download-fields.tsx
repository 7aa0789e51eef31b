"use client";

import { FieldRow } from "@/components/ui/field";
import { SecretInput, TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import { Segments } from "@/components/ui/segments";
import type { Path } from "@/lib/butane";
import type { FileContents } from "@/lib/preset/sections/files/value";
import { setAt } from "@/lib/set-at";
import { PathField } from "../path-field";

const packings = [
  { value: "", label: "Not packed" },
  { value: "gzip", label: "gzip" },
] as const;

/** Contents that the node fetches on its first boot. */
export function DownloadFields({
  at,
  contents,
  onChange,
}: {
  at: Path;
  contents: FileContents;
  onChange: (contents: FileContents) => void;
}) {
  return (
    <>
      <PathField
        path={[...at, "source"]}
        label="Address"
        help="http, https, tftp, s3, gs; the first boot waits until it answers, and stops where it is not found."
      >
        <TextInput
          mono
          inputMode="url"
          placeholder="https://example.com/tool"
          value={contents.source}
          onChange={(source) => onChange({ ...contents, source })}
        />
      </PathField>
      <PathField
        path={[...at, "hash"]}
        label="Hash"
        help="Of the unpacked bytes: sha256- or sha512- and hexadecimal digits. With another hash the first boot stops."
      >
        <TextInput
          mono
          placeholder="sha256-…"
          value={contents.hash}
          onChange={(hash) => onChange({ ...contents, hash: prefixed(hash) })}
        />
      </PathField>
      <FieldRow>
        <PathField
          path={[...at, "compression"]}
          label="Packed"
          group
          width="auto"
          help="Ignition unpacks it."
        >
          <Segments
            value={contents.compression}
            onChange={(compression) => onChange({ ...contents, compression })}
            options={packings}
          />
        </PathField>
      </FieldRow>
      <ListEditor
        items={contents.headers}
        onChange={(headers) => onChange({ ...contents, headers })}
        make={() => ({ name: "", value: "" })}
        addLabel="Add HTTP header"
        name={({ name }, index) => `header ${name || index + 1}`}
        render={(header, index) => (
          <FieldRow>
            <PathField
              path={[...at, "headers", index, "name"]}
              label={`Header ${index + 1}`}
              width="medium"
            >
              <TextInput
                mono
                placeholder="Authorization"
                value={header.name}
                onChange={(name) =>
                  onChange(setAt(contents, ["headers", index, "name"], name))
                }
              />
            </PathField>
            <PathField
              path={[...at, "headers", index, "value"]}
              label={`Value of header ${index + 1}`}
              width="medium"
              help="Left out of links and drafts."
            >
              <SecretInput
                mono
                value={header.value}
                onChange={(value) =>
                  onChange(setAt(contents, ["headers", index, "value"], value))
                }
              />
            </PathField>
          </FieldRow>
        )}
      />
    </>
  );
}

/** Digits as `sha256sum` and `sha512sum` print them, in Ignition's way. */
function prefixed(text: string): string {
  const digits = /^\s*([0-9a-f]+)(?:\s+\*?\S*)?\s*$/i.exec(text)?.[1];
  if (digits?.length === 64) return `sha256-${digits.toLowerCase()}`;
  if (digits?.length === 128) return `sha512-${digits.toLowerCase()}`;
  return text;
}
