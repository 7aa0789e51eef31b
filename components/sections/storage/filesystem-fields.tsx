"use client";

import { FieldRow } from "@/components/ui/field";
import type { Filesystem } from "@/lib/preset/sections/storage/value";
import {
  ItemChoice,
  ItemSwitch,
  ItemText,
  ItemWords,
  type ItemProps,
} from "../item-fields";

const formats = [
  { value: "ext4", label: "ext4" },
  { value: "btrfs", label: "btrfs" },
  { value: "xfs", label: "XFS" },
  { value: "vfat", label: "FAT (vfat)" },
  { value: "swap", label: "Swap" },
  { value: "none", label: "Left unformatted (none)" },
] as const;

export function FilesystemFields(props: ItemProps<Filesystem>) {
  const isSwap = props.item.format === "swap";
  return (
    <>
      <ItemText
        {...props}
        field="device"
        label="Device"
        width="wide"
        placeholder="/dev/disk/by-partlabel/data"
      />
      <FieldRow>
        <ItemChoice
          {...props}
          field="format"
          label="Format"
          options={formats}
        />
        <ItemText {...props} field="label" label="Label" />
      </FieldRow>
      {isSwap ? null : (
        <ItemText
          {...props}
          field="path"
          label="Mounted at"
          width="wide"
          placeholder="/var/lib/data"
          help="Ignition mounts it here while it writes files."
        />
      )}
      <ItemSwitch
        {...props}
        field="mountUnit"
        label={
          isSwap ? "Use it as swap on every boot" : "Mount it on every boot"
        }
        help={isSwap ? undefined : "Off, only Ignition mounts it, once."}
      />
      <ItemSwitch
        {...props}
        field="wipe"
        label="Format it anew"
        help="What it held is lost. Off, a filesystem of this format is kept, and the first boot stops at another."
      />
      <ItemWords
        {...props}
        field="mountOptions"
        label="Options for mounting"
        commas
        placeholder="noatime, discard"
      />
      <ItemWords
        {...props}
        field="options"
        label="Options for the program that formats it"
      />
      <ItemText {...props} field="uuid" label="UUID" width="wide" />
    </>
  );
}
