import {
  isType,
  partitionTypes,
} from "@/lib/preset/sections/storage/partition-types";
import type { Check, Finding } from "./check";
import {
  diskLayoutOf,
  nameOfDevice,
  partitionOf,
  type DiskLayout,
  type PlacedFilesystem,
} from "./disk-layout";

const rootPartition = "/dev/disk/by-partlabel/ROOT";

/** Flatcar boots the filesystem that is called ROOT: there has to be one, and one only. */
export const rootFilesystem: Check = ({ composed }) => {
  const layout = diskLayoutOf(composed);
  const roots = layout.filesystems.filter(({ label }) => label === "ROOT");
  return [
    ...(roots.length === 0 ? rootLost(layout) : []),
    ...rootTwice(layout, roots),
    ...roots.flatMap((root) => rootArray(layout, root)),
    ...dataArrays(layout, roots),
  ];
};

/** What takes the name from the filesystem of the image and gives it to no other. */
function rootLost({ filesystems, luks }: DiskLayout): Finding[] {
  const sentence =
    "No filesystem is called ROOT any more: the node finds no root filesystem and does not boot.";
  const formatted = filesystems
    .filter(
      ({ device, label, isWiped }) =>
        isRoot(device) && (isWiped || label !== ""),
    )
    .map(({ at }) => [...at, "label"]);
  const encrypted = luks
    .filter(({ device }) => isRoot(device))
    .map(({ at }) => [...at, "device"]);
  return [...formatted, ...encrypted].map((path) => ({
    kind: "error",
    code: "root-label-missing",
    sentence,
    why: "Make the root filesystem with the label ROOT.",
    path,
  }));
}

function rootTwice(
  layout: DiskLayout,
  roots: readonly PlacedFilesystem[],
): Finding[] {
  const told = (path: Finding["path"] & object, why: string): Finding => ({
    kind: "error",
    code: "root-label-twice",
    sentence:
      "Two filesystems are called ROOT: which of them the node boots is chance.",
    why,
    path,
  });
  if (roots.length > 1)
    return roots
      .slice(1)
      .map(({ at }) =>
        told([...at, "label"], "Give one of them another label."),
      );
  const [root] = roots;
  if (!root || onRootPartition(layout, root.device)) return [];
  // The image's own is the ninth partition of its disk.
  const isRelabelled = layout.filesystems.some(
    ({ device, label }) =>
      label !== "ROOT" &&
      label !== "" &&
      (isRoot(device) || /\D9$/.test(device)),
  );
  return isRelabelled
    ? []
    : [
        told(
          [...root.at, "label"],
          `The image has one on ${rootPartition}: format that anew with another label.`,
        ),
      ];
}

/** The array of the root is put together early, from partitions of one type alone. */
function rootArray(layout: DiskLayout, root: PlacedFilesystem): Finding[] {
  const array = layout.arrays.find(
    ({ name }) => name === nameOfDevice(root.device, "md"),
  );
  return (array?.devices ?? []).flatMap((device, index): Finding[] => {
    const partition = partitionOf(layout, device);
    if (!partition || isType(partition.type, "rootRaid")) return [];
    return [
      {
        kind: "error",
        code: "raid-root-type",
        sentence: `Flatcar looks for the array of the root in partitions of type ${partitionTypes.rootRaid} only, and ${device} has another: the node does not boot.`,
        path:
          partition.type === ""
            ? [...array!.at, "devices", index]
            : [...partition.at, "type_guid"],
      },
    ];
  });
}

function dataArrays(
  layout: DiskLayout,
  roots: readonly PlacedFilesystem[],
): Finding[] {
  const isForRoot = (name: string) =>
    roots.some(({ device }) => nameOfDevice(device, "md") === name) ||
    // A root inside LUKS, on the array.
    layout.luks.some(({ device }) => nameOfDevice(device, "md") === name);
  return layout.arrays
    .filter(({ name }) => !isForRoot(name))
    .flatMap(({ devices }) =>
      devices.flatMap((device): Finding[] => {
        const partition = partitionOf(layout, device);
        if (!partition || !isType(partition.type, "rootRaid")) return [];
        return [
          {
            kind: "warning",
            code: "raid-data-type",
            sentence: `${device} has the type that Flatcar keeps for the array of the root, and the root is not on this array.`,
            why: `A data array takes ${partitionTypes.raid}.`,
            path: [...partition.at, "type_guid"],
          },
        ];
      }),
    );
}

function isRoot(device: string): boolean {
  return device === rootPartition || device === "/dev/disk/by-label/ROOT";
}

/** Whether a device is the root partition, or is opened from it. */
function onRootPartition({ luks }: DiskLayout, device: string): boolean {
  const opened = nameOfDevice(device, "mapper");
  return (
    isRoot(device) ||
    /\D9$/.test(device) ||
    luks.some((one) => one.name === opened && isRoot(one.device))
  );
}
