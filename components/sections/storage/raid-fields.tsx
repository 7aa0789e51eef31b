"use client";

import { FieldRow } from "@/components/ui/field";
import type { RaidArray } from "@/lib/preset/sections/storage/value";
import {
  ItemChoice,
  ItemNumber,
  ItemText,
  ItemWords,
  type ItemProps,
} from "../item-fields";

const levels = [
  { value: "raid0", label: "RAID 0 (stripe)" },
  { value: "raid1", label: "RAID 1 (mirror)" },
  { value: "raid4", label: "RAID 4" },
  { value: "raid5", label: "RAID 5" },
  { value: "raid6", label: "RAID 6" },
  { value: "raid10", label: "RAID 10" },
  { value: "linear", label: "Linear (one after the other)" },
] as const;

export function RaidFields(props: ItemProps<RaidArray>) {
  return (
    <>
      <FieldRow>
        <ItemText
          {...props}
          field="name"
          label="Name"
          placeholder="data"
          help="Found as /dev/md/name."
        />
        <ItemChoice {...props} field="level" label="Level" options={levels} />
        <ItemNumber {...props} field="spares" label="Spares" />
      </FieldRow>
      <ItemWords
        {...props}
        field="devices"
        label="Devices"
        placeholder="/dev/disk/by-partlabel/data-a /dev/disk/by-partlabel/data-b"
        help="Apart by blanks."
      />
      <ItemWords {...props} field="options" label="Options for mdadm" />
    </>
  );
}
