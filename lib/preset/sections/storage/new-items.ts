import { measuredRegisters } from "./schema";
import type {
  Disk,
  EncryptedDevice,
  Filesystem,
  Mount,
  Partition,
  RaidArray,
  Volume,
  VolumeGroup,
} from "./value";

const partition: Partition = {
  number: 0,
  label: "",
  sizeMib: 0,
  startMib: 0,
  typeGuid: "",
  guid: "",
  resize: false,
  absent: false,
  wipeEntry: false,
};

/** A partition with the first number that the disk has free: one that is left open stops the boot of many releases. */
export function newPartition(
  others: readonly Partition[],
  more: Partial<Partition> = {},
): Partition {
  const taken = new Set(others.map(({ number }) => number));
  let number = 1;
  while (taken.has(number)) number += 1;
  return { ...partition, number, ...more };
}

export const newDisk: Disk = { device: "", wipeTable: false, partitions: [] };

export const newRaid: RaidArray = {
  name: "",
  level: "raid1",
  devices: [],
  spares: 0,
  options: [],
};

export const newLuks: EncryptedDevice = {
  name: "",
  device: "",
  label: "",
  uuid: "",
  wipe: false,
  key: { inline: "", source: "", compression: "", hash: "", headers: [] },
  options: [],
  discard: false,
  openOptions: [],
  tpm2: "",
  pcrs: measuredRegisters,
};

export const newFilesystem: Filesystem = {
  device: "",
  format: "ext4",
  path: "",
  label: "",
  uuid: "",
  wipe: false,
  mountUnit: false,
  options: [],
  mountOptions: [],
};

export const newVolume: Volume = {
  name: "",
  size: "",
  format: "ext4",
  path: "",
};

export const newVolumeGroup: VolumeGroup = {
  name: "",
  devices: [],
  volumes: [],
};

export const newMount: Mount = {
  what: "",
  where: "",
  type: "nfs",
  options: "",
};
