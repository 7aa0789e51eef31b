"use client";

import { useId } from "react";
import { FieldRow } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import type { Mount } from "@/lib/preset/sections/storage/value";
import { ItemText, type ItemProps } from "../item-fields";
import { PathField } from "../path-field";

/** Something that is there already and is mounted on every boot. */
export function MountFields(props: ItemProps<Mount>) {
  const { at, item, onChange } = props;
  const types = useId();
  return (
    <>
      <FieldRow>
        <ItemText
          {...props}
          field="what"
          label="What"
          placeholder="nfs.example.com:/export"
        />
        <ItemText
          {...props}
          field="where"
          label="Where"
          placeholder="/var/www"
        />
      </FieldRow>
      <FieldRow>
        <PathField
          path={[...at, "type"]}
          label="Type"
          width="narrow"
          help="What comes over the network waits for it."
        >
          <TextInput
            mono
            list={types}
            value={item.type}
            onChange={(type) => onChange({ ...item, type })}
          />
          <datalist id={types}>
            {["nfs", "nfs4", "ext4", "btrfs", "xfs"].map((type) => (
              <option key={type} value={type} />
            ))}
          </datalist>
        </PathField>
        <ItemText
          {...props}
          field="options"
          label="Options"
          placeholder="ro,soft"
        />
      </FieldRow>
    </>
  );
}
