"use client";

import type { ReactNode } from "react";
import {
  newDisk,
  newFilesystem,
  newLuks,
  newMount,
  newPartition,
  newRaid,
  newVolumeGroup,
} from "@/lib/preset/sections/storage/new-items";
import type { ListField } from "@/lib/preset/sections/storage/parts";
import type { StorageValue } from "@/lib/preset/sections/storage/value";
import type { ItemProps } from "../item-fields";
import { DiskFields } from "./disk-fields";
import { FilesystemFields } from "./filesystem-fields";
import { LuksFields } from "./luks-fields";
import { VolumeGroupFields } from "./lvm-fields";
import { MountFields } from "./mount-fields";
import { RaidFields } from "./raid-fields";

type ItemOf<Field extends ListField> = StorageValue[Field][number];

/** How one list of the section is shown. */
export interface Kind<Item> {
  readonly title: string;
  /** One of them, in a sentence: `disk`. */
  readonly one: string;
  /** The field that a new one is filled in from. */
  readonly first: keyof Item & string;
  make(): Item;
  /** What the item is called; empty while it has no name. */
  name(item: Item): string;
  /** The item in a line, beside its name. */
  summary(item: Item): string;
  fields(props: ItemProps<Item>): ReactNode;
}

export const kinds: { readonly [Field in ListField]: Kind<ItemOf<Field>> } = {
  disks: {
    title: "Disks",
    one: "disk",
    first: "device",
    make: () => ({ ...newDisk, partitions: [newPartition([])] }),
    name: ({ device }) => device,
    summary: ({ partitions, wipeTable }) =>
      told(
        wipeTable && "erased first",
        `${partitions.length} ${partitions.length === 1 ? "partition" : "partitions"}`,
      ),
    fields: (props) => <DiskFields {...props} />,
  },
  raid: {
    title: "RAID arrays",
    one: "RAID array",
    first: "name",
    make: () => newRaid,
    name: ({ name }) => name,
    summary: ({ level, devices }) => told(level, devices.join(" ")),
    fields: (props) => <RaidFields {...props} />,
  },
  luks: {
    title: "Encrypted devices",
    one: "encrypted device",
    first: "name",
    make: () => newLuks,
    name: ({ name }) => name,
    summary: ({ device, wipe, tpm2 }) =>
      told(device, wipe && "made anew", tpm2 !== "" && "key in the TPM"),
    fields: (props) => <LuksFields {...props} />,
  },
  filesystems: {
    title: "Filesystems",
    one: "filesystem",
    first: "device",
    make: () => newFilesystem,
    name: ({ path, device }) => path || device,
    summary: ({ format, device, wipe, path }) =>
      told(format, path !== "" && device, wipe && "formatted anew"),
    fields: (props) => <FilesystemFields {...props} />,
  },
  lvm: {
    title: "LVM",
    one: "volume group",
    first: "name",
    make: () => newVolumeGroup,
    name: ({ name }) => name,
    summary: ({ devices, volumes }) =>
      told(devices.join(" "), `${volumes.length} volumes`),
    fields: (props) => <VolumeGroupFields {...props} />,
  },
  mounts: {
    title: "Mounts",
    one: "mount",
    first: "what",
    make: () => newMount,
    name: ({ where }) => where,
    summary: ({ what, type }) => told(type, what),
    fields: (props) => <MountFields {...props} />,
  },
};

function told(...parts: readonly (string | false)[]): string {
  return parts.filter(Boolean).join(" · ");
}
