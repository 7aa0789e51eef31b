"use client";

import { FieldRow } from "@/components/ui/field";
import { ListEditor } from "@/components/ui/list-editor";
import type { Path } from "@/lib/butane";
import type { FileContents } from "@/lib/preset/sections/files/value";
import { setAt } from "@/lib/set-at";
import { ItemChoice, ItemText, type ItemProps } from "../item-fields";

const packings = [
  { value: "", label: "Not packed" },
  { value: "gzip", label: "gzip" },
] as const;

interface DownloadFieldsProps {
  at: Path;
  contents: FileContents;
  onChange: (contents: FileContents) => void;
}

/** Contents that the node fetches on its first boot. */
export function DownloadFields({
  at,
  contents,
  onChange,
}: DownloadFieldsProps) {
  const props = { at, item: contents, onChange };
  return (
    <>
      <ItemText
        {...props}
        field="source"
        label="Address"
        width="wide"
        help="http, https, tftp, s3, gs; the first boot waits until it answers, and stops where it is not found."
        inputMode="url"
        placeholder="https://example.com/tool"
      />
      <ItemText
        {...props}
        field="hash"
        label="Hash"
        width="wide"
        help="Of the unpacked bytes: sha256- or sha512- and hexadecimal digits. With another hash the first boot stops."
        placeholder="sha256-…"
        onChange={(next) => onChange({ ...next, hash: prefixed(next.hash) })}
      />
      <FieldRow>
        <ItemChoice
          {...props}
          segments
          field="compression"
          label="Packed"
          width="auto"
          help="Ignition unpacks it."
          options={packings}
        />
      </FieldRow>
      <HeaderList {...props} />
    </>
  );
}

function HeaderList({ at, item, onChange }: ItemProps<FileContents>) {
  const { headers } = item;
  return (
    <ListEditor
      items={headers}
      onChange={(next) => onChange({ ...item, headers: next })}
      make={() => ({ name: "", value: "" })}
      addLabel="Add HTTP header"
      name={({ name }, index) => `header ${name || index + 1}`}
      render={(header, index) => {
        const props = {
          at: [...at, "headers", index],
          item: header,
          onChange: (next: typeof header) =>
            onChange(setAt(item, ["headers", index], next)),
        };
        return (
          <FieldRow>
            <ItemText
              {...props}
              field="name"
              label={`Header ${index + 1}`}
              placeholder="Authorization"
            />
            <ItemText
              {...props}
              secret
              field="value"
              label={`Value of header ${index + 1}`}
              help="Left out of links and drafts."
            />
          </FieldRow>
        );
      }}
    />
  );
}

/** Digits as `sha256sum` and `sha512sum` print them, in Ignition's way. */
function prefixed(text: string): string {
  const digits = /^\s*([0-9a-f]+)(?:\s+\*?\S*)?\s*$/i.exec(text)?.[1];
  if (digits?.length === 64) return `sha256-${digits.toLowerCase()}`;
  if (digits?.length === 128) return `sha512-${digits.toLowerCase()}`;
  return text;
}
