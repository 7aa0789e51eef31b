import {
  newDisk,
  newFilesystem,
  newLuks,
  newMount,
  newPartition,
  newRaid,
  newVolume,
  newVolumeGroup,
} from "./new-items";
import { partitionTypes } from "./partition-types";
import type { Disk, Partition, StorageValue } from "./value";

/** A usual arrangement that is put together at once; names that are taken get a number. */
export interface Recipe {
  readonly id: string;
  readonly label: string;
  /** What is left to do by hand. */
  readonly hint: string;
  apply(value: StorageValue): StorageValue;
}

const rootPartition = "/dev/disk/by-partlabel/ROOT";

export const recipes: readonly Recipe[] = [
  {
    id: "disk",
    label: "Extra disk",
    hint: "One partition with ext4, mounted below /var/lib. Name the disk.",
    apply: (value) => onDisk(value, "data", {}),
  },
  {
    id: "mirror",
    label: "Mirrored data disks",
    hint: "RAID 1 over two disks with ext4. Name both disks.",
    apply(value) {
      const name = freeName(value, "data");
      const [one, other] = freeDisks(value, 2);
      const typeGuid = partitionTypes.raid;
      return {
        ...value,
        disks: [
          ...value.disks,
          wiped(one!, { label: `${name}-a`, typeGuid }),
          wiped(other!, { label: `${name}-b`, typeGuid }),
        ],
        raid: [
          ...value.raid,
          {
            ...newRaid,
            name,
            devices: [byLabel(`${name}-a`), byLabel(`${name}-b`)],
          },
        ],
        filesystems: [...value.filesystems, mounted(`/dev/md/${name}`, name)],
      };
    },
  },
  {
    id: "encrypted",
    label: "Encrypted disk",
    hint: "LUKS with a key that Ignition makes and keeps on the root filesystem.",
    apply(value) {
      const name = freeName(value, "secret");
      const [device] = freeDisks(value, 1);
      return {
        ...value,
        disks: [...value.disks, wiped(device!, { label: name })],
        luks: [
          ...value.luks,
          { ...newLuks, name, device: byLabel(name), wipe: true },
        ],
        filesystems: [
          ...value.filesystems,
          mounted(`/dev/mapper/${name}`, name),
        ],
      };
    },
  },
  {
    id: "swap-partition",
    label: "Swap disk",
    hint: "A disk that is swap as a whole. Name the disk.",
    apply(value) {
      const label = freeName(value, "swap");
      const [device] = freeDisks(value, 1);
      const typeGuid = partitionTypes.swap;
      return {
        ...value,
        disks: [...value.disks, wiped(device!, { label, typeGuid })],
        filesystems: [
          ...value.filesystems,
          {
            ...newFilesystem,
            device: byLabel(label),
            format: "swap",
            label,
            wipe: true,
            mountUnit: true,
          },
        ],
      };
    },
  },
  {
    id: "swap-file",
    label: "Swap file",
    hint: "2 GiB on the root filesystem.",
    apply: (value) => ({ ...value, swap: { ...value.swap, fileMib: 2048 } }),
  },
  {
    id: "zram",
    label: "Compressed swap",
    hint: "zram: as large as the memory, at most 8 GiB.",
    apply: (value) => ({
      ...value,
      swap: { ...value.swap, zram: true, zramSize: "min(ram, 8192)" },
    }),
  },
  {
    id: "btrfs-root",
    label: "Root as btrfs",
    hint: "The root filesystem is made anew on the first boot.",
    apply: (value) => onRoot(value, rootPartition, "btrfs"),
  },
  {
    id: "xfs-root",
    label: "Root as XFS",
    hint: "The root filesystem is made anew on the first boot.",
    apply: (value) => onRoot(value, rootPartition, "xfs"),
  },
  {
    id: "root-mirror",
    label: "Mirrored root",
    hint: "The root filesystem on RAID 1 over two further disks.",
    apply(value) {
      const [one, other] = freeDisks(value, 2);
      const typeGuid = partitionTypes.rootRaid;
      const after = {
        ...value,
        disks: [
          ...value.disks,
          wiped(one!, { label: "root-a", typeGuid }),
          wiped(other!, { label: "root-b", typeGuid }),
        ],
        raid: [
          ...value.raid,
          {
            ...newRaid,
            name: "root_array",
            devices: [byLabel("root-a"), byLabel("root-b")],
          },
        ],
      };
      const array = onRoot(after, "/dev/md/root_array", "ext4");
      // Two filesystems called ROOT would leave it to chance which of them boots.
      const old = {
        ...newFilesystem,
        device: rootPartition,
        label: "unused",
        wipe: true,
      };
      return { ...array, filesystems: [...array.filesystems, old] };
    },
  },
  {
    id: "root-tpm",
    label: "Encrypted root",
    hint: "LUKS whose key the TPM keeps. Flatcar 3913.0.1 and later.",
    apply(value) {
      const luks = {
        ...newLuks,
        name: "rootencrypted",
        device: rootPartition,
        wipe: true,
        tpm2: "any" as const,
      };
      return onRoot(
        { ...value, luks: [...value.luks, luks] },
        "/dev/mapper/rootencrypted",
        "ext4",
      );
    },
  },
  {
    id: "lvm",
    label: "LVM volumes",
    hint: "A volume group with one volume; made after Ignition, on the first boot. Name the disks.",
    apply(value) {
      const [device] = freeDisks(value, 1);
      const name = freeName(value, "vg");
      const volume = {
        ...newVolume,
        name: "data",
        path: freePath(value, "data"),
      };
      return {
        ...value,
        lvm: [
          ...value.lvm,
          { ...newVolumeGroup, name, devices: [device!], volumes: [volume] },
        ],
      };
    },
  },
  {
    id: "nfs",
    label: "NFS share",
    hint: "Mounted on every boot, once the network is up.",
    apply: (value) => ({ ...value, mounts: [...value.mounts, newMount] }),
  },
  {
    id: "iscsi",
    label: "iSCSI",
    hint: "The initiator and its login.",
    apply: (value) => ({ ...value, iscsi: { ...value.iscsi, enabled: true } }),
  },
  {
    id: "oem",
    label: "Files on the OEM partition",
    hint: "Lets Files write below /oem.",
    apply: (value) => ({
      ...value,
      filesystems: [
        ...value.filesystems,
        {
          ...newFilesystem,
          device: "/dev/disk/by-label/OEM",
          format: "btrfs",
          path: "/oem",
        },
      ],
    }),
  },
];

/** A disk of its own with one filesystem. */
function onDisk(
  value: StorageValue,
  wish: string,
  more: Partial<Partition>,
): StorageValue {
  const label = freeName(value, wish);
  const [device] = freeDisks(value, 1);
  return {
    ...value,
    disks: [...value.disks, wiped(device!, { label, ...more })],
    filesystems: [...value.filesystems, mounted(byLabel(label), label)],
  };
}

/** The root filesystem on such a device; there is one, so what was said about it before goes. */
function onRoot(
  value: StorageValue,
  device: string,
  format: string,
): StorageValue {
  const others = value.filesystems.filter(({ label }) => label !== "ROOT");
  const root = { ...newFilesystem, device, format, label: "ROOT", wipe: true };
  return { ...value, filesystems: [...others, root] };
}

function wiped(device: string, more: Partial<Partition>): Disk {
  return {
    ...newDisk,
    device,
    wipeTable: true,
    partitions: [newPartition([], more)],
  };
}

function mounted(device: string, name: string) {
  return {
    ...newFilesystem,
    device,
    path: `/var/lib/${name}`,
    wipe: true,
    mountUnit: true,
  };
}

function byLabel(label: string): string {
  return `/dev/disk/by-partlabel/${label}`;
}

/** Disks that nothing here is on yet; the first is the one that the image is on. */
function freeDisks(value: StorageValue, count: number): string[] {
  const text = JSON.stringify([value.disks, value.lvm]);
  return [..."bcdefghijklmnopqrstuvwxyz"]
    .map((letter) => `/dev/sd${letter}`)
    .filter((device) => !text.includes(device))
    .concat(Array.from({ length: count }, () => ""))
    .slice(0, count);
}

function freeName(value: StorageValue, wish: string): string {
  const taken = new Set([
    ...value.disks.flatMap(({ partitions }) =>
      partitions.map(({ label }) => label.replace(/-[ab]$/, "")),
    ),
    ...[...value.raid, ...value.luks, ...value.lvm].map(({ name }) => name),
  ]);
  return free(wish, taken);
}

function freePath(value: StorageValue, wish: string): string {
  const taken = new Set([
    ...value.filesystems.map(({ path }) => path),
    ...value.lvm.flatMap(({ volumes }) => volumes.map(({ path }) => path)),
  ]);
  return free(`/var/lib/${wish}`, taken);
}

function free(wish: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wish)) return wish;
  let number = 2;
  while (taken.has(`${wish}${number}`)) number += 1;
  return `${wish}${number}`;
}
