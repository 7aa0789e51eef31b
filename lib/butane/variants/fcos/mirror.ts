import type { Values } from "../../struct/decode";
import type { Sources } from "../../translate/source-map";
import type { BootDevice } from "./v1_6/sugar";

/** A partition that the firmware starts from, or one that keeps its place. */
interface Part {
  readonly name: string;
  readonly sizeMiB: number;
  readonly typeGuid: string;
}

const reserved: Part = {
  name: "reserved",
  sizeMiB: 1,
  typeGuid: "8DA63339-0007-60C0-C436-083AC8230908",
};
const bios: Part = {
  name: "bios",
  sizeMiB: 1,
  typeGuid: "21686148-6449-6E6F-744E-656564454649",
};
const prep: Part = {
  name: "prep",
  sizeMiB: 4,
  typeGuid: "9E1A2D38-C612-4316-AA26-8B49521E5A8B",
};
const esp: Part = {
  name: "esp",
  sizeMiB: 127,
  typeGuid: "C12A7328-F81F-11D2-BA4B-00A0C93EC93B",
};
const bootSizeMiB = 384;

/** What stands before boot and root. Frozen: the system image is laid out the same way. */
const layouts: Readonly<Record<string, readonly Part[]>> = {
  aarch64: [reserved, esp],
  ppc64le: [prep, reserved],
  x86_64: [bios, esp],
};

export interface Mirror {
  readonly disks: readonly Values[];
  readonly filesystems: readonly Values[];
  readonly raid: readonly Values[];
}

/** The same partitions on every disk; boot and root are arrays over all of them. */
export function makeMirror(
  { layout = "x86_64", mirror }: BootDevice,
  sources: Sources,
): Mirror {
  const from = ["boot_device", "mirror"];
  const devices = mirror?.devices ?? [];
  const parts = layouts[layout] ?? [];
  const starts = parts.includes(esp)
    ? devices.map((_, index) => espFilesystem(index + 1))
    : [];
  for (const index of devices.keys()) {
    const disk = [...from, "devices", index];
    sources.addMade({ from: disk, to: ["storage", "disks", index] });
    if (starts.length > 0) {
      sources.addMade({ from: disk, to: ["storage", "filesystems", index] });
    }
  }
  sources.add({ from: [...from, "devices"], to: ["storage", "disks"] });
  sources.addMade({ from, to: ["storage", "raid"] });
  sources.addMade({ from, to: ["storage", "filesystems", starts.length] });
  return {
    disks: devices.map((device, index) => ({
      device,
      partitions: partitions(parts, index + 1),
      wipeTable: true,
    })),
    filesystems: [...starts, bootFilesystem],
    raid: [
      // The superblock goes to the end, where GRUB does not see it and reads the array as a plain disk.
      { ...array("boot", devices.length), options: ["--metadata=1.0"] },
      array("root", devices.length),
    ],
  };
}

const bootFilesystem = {
  device: "/dev/md/md-boot",
  format: "ext4",
  label: "boot",
  wipeFilesystem: true,
};

function espFilesystem(number: number): Values {
  return {
    device: `/dev/disk/by-partlabel/esp-${number}`,
    format: "vfat",
    label: `esp-${number}`,
    wipeFilesystem: true,
  };
}

function partitions(parts: readonly Part[], number: number): Values[] {
  return [
    ...parts.map(({ name, sizeMiB, typeGuid }) => ({
      ...{ label: `${name}-${number}`, sizeMiB, typeGuid },
    })),
    { label: `boot-${number}`, sizeMiB: bootSizeMiB },
    { label: `root-${number}` },
  ];
}

function array(name: string, count: number): Values {
  const devices = Array.from(
    { length: count },
    (_, index) => `/dev/disk/by-partlabel/${name}-${index + 1}`,
  );
  return { devices, level: "raid1", name: `md-${name}` };
}
