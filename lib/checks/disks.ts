import type { Check, Finding } from "./check";
import {
  diskLayoutOf,
  nameOfDevice,
  partitionOf,
  type DiskLayout,
} from "./disk-layout";

/** Partitions that every Flatcar image has, by label. */
const flatcars: ReadonlySet<string> = new Set([
  "EFI-SYSTEM",
  "BIOS-BOOT",
  "USR-A",
  "USR-B",
  "OEM",
  "OEM-CONFIG",
  "ROOT",
]);
/** Those without which it does not start, and that nobody may put anything else on. */
const vital: ReadonlySet<string> = new Set([
  "EFI-SYSTEM",
  "BIOS-BOOT",
  "USR-A",
  "USR-B",
]);

/** What images of Fedora CoreOS and its kin have, and what `boot_device` makes of it. */
const others: ReadonlySet<string> = new Set([
  ...["EFI-SYSTEM", "BIOS-BOOT", "PowerPC-PReP-boot", "boot", "root"].map(
    (label) => `/dev/disk/by-partlabel/${label}`,
  ),
  "/dev/mapper/root",
  "/dev/md/md-boot",
  "/dev/md/md-root",
]);

/** Devices that are used and never made, and those that belong to Flatcar. */
export const devices: Check = ({ preset, composed }) => {
  const isFlatcar = preset.target.variant === "flatcar";
  const layout = diskLayoutOf(composed);
  const used = [
    ...layout.filesystems.map(({ device, at }) => ({
      device,
      at: [...at, "device"],
    })),
    ...layout.luks.map(({ device, at }) => ({ device, at: [...at, "device"] })),
    ...layout.arrays.flatMap(({ devices, at }) =>
      devices.map((device, index) => ({
        device,
        at: [...at, "devices", index],
      })),
    ),
  ];
  return used.flatMap(({ device, at }): Finding[] => {
    if (!isFlatcar && others.has(device)) return [];
    const told =
      (isFlatcar ? vitalDevice(device) : undefined) ?? unmade(layout, device);
    return told ? [{ ...told, path: at }] : [];
  });
};

function vitalDevice(device: string): Finding | undefined {
  const label = labelOf(device);
  if (label === undefined || !vital.has(label)) return undefined;
  return {
    kind: "error",
    code: "system-partition",
    sentence: `${label} is a partition that Flatcar boots from: with anything else on it the node does not start.`,
  };
}

function unmade(layout: DiskLayout, device: string): Finding | undefined {
  const array = nameOfDevice(device, "md");
  const opened = nameOfDevice(device, "mapper");
  const label = /^\/dev\/disk\/by-partlabel\/(.+)$/.exec(device)?.[1];
  const isMade =
    array !== undefined
      ? layout.arrays.some(({ name }) => name === array)
      : opened !== undefined
        ? layout.luks.some(({ name }) => name === opened)
        : label === undefined ||
          flatcars.has(label) ||
          partitionOf(layout, device) !== undefined;
  if (isMade) return undefined;
  return {
    kind: label === undefined ? "warning" : "info",
    code: "device-unmade",
    sentence: `Nothing here makes ${device}: unless the machine has it already, the first boot waits for it and stops.`,
  };
}

function labelOf(device: string): string | undefined {
  return /^\/dev\/disk\/by-(?:part)?label\/(.+)$/.exec(device)?.[1];
}

// Without --force mdadm makes no smaller ones.
const fewest: Readonly<Record<string, number>> = { raid6: 4, "6": 4 };

/** Arrays of too few disks: mdadm refuses them, and the first boot stops. */
export const arraySizes: Check = ({ composed }) =>
  diskLayoutOf(composed).arrays.flatMap(
    ({ devices, spares, level, at }): Finding[] => {
      const least = fewest[level] ?? 2;
      const there = devices.length - spares;
      // That there is none at all, the spec says itself.
      if (devices.length === 0 || there >= least) return [];
      return [
        {
          kind: "error",
          code: "raid-too-small",
          sentence: `The array needs ${least} devices beside its spares and has ${there}: mdadm refuses it and the first boot stops.`,
          path: [...at, "devices"],
        },
      ];
    },
  );
