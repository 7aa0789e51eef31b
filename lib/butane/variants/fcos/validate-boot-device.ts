import type { Path } from "../../path";
import { error, warning, type Entry } from "../../report";
import type {
  BootDevice,
  BootDeviceLuks,
  BootDeviceMirror,
} from "./v1_6/sugar";

const layouts: readonly string[] = ["aarch64", "ppc64le", "x86_64"];

/** Layouts of the mainframe, with the names that the disk to encrypt may have. */
const mainframe: Readonly<Record<string, RegExp | undefined>> = {
  "s390x-eckd": /\/dev\/dasd[a-z]$/,
  "s390x-virt": undefined,
  "s390x-zfcp": /\/dev\/sd[a-z]$/,
};

/** A mirror has two disks or more; without any it is none (Butane's config/fcos/v1_3/validate.go). */
export function validateMirror(
  { devices }: BootDeviceMirror,
  at: Path,
): Entry[] {
  return devices?.length === 1
    ? [error("mirror-too-few", [...at, "devices"])]
    : [];
}

/** A layout is one of three. A mirror without one draws a warning: it gets the partitions of x86_64. */
export function validateBootDevice(device: BootDevice, at: Path): Entry[] {
  const { layout, mirror = {} } = device;
  const isUnknown = layout !== undefined && !layouts.includes(layout);
  return [
    ...(lacksLayout(device)
      ? [warning("mirror-without-layout", [...at, "mirror"])]
      : []),
    ...(isUnknown ? [error("boot-layout-unknown", [...at, "layout"])] : []),
    // Upstream looks at the mirror here and once more by itself, and says what it finds twice.
    ...validateMirror(mirror, [...at, "mirror"]),
  ];
}

/** From 1.6 on, for the mainframe too. */
export function validateAnyBootDevice(device: BootDevice, at: Path): Entry[] {
  const { layout } = device;
  const others = validateBootDevice(device, at);
  const isMainframe = layout !== undefined && layout in mainframe;
  return [
    ...(isMainframe
      ? others.filter(({ code }) => code !== "boot-layout-unknown")
      : others),
    ...(isMainframe ? mainframeDisk(layout, device, at) : []),
    ...(layout?.startsWith("s390x") && device.mirror?.devices?.length
      ? [error("mirror-unsupported", [...at, "layout"])]
      : []),
    ...validateCex(device, at),
  ];
}

/** From 1.7 on, a mirror does not guess its layout. */
export function validateBootDeviceWithLayout(
  device: BootDevice,
  at: Path,
): Entry[] {
  return validateAnyBootDevice(device, at).map((entry) =>
    entry.code === "mirror-without-layout"
      ? { ...entry, kind: "error" }
      : entry,
  );
}

/** From 1.7 on, a disk to encrypt needs something that unlocks it. */
export function validateBootDeviceLuks(
  { device, tang = [], tpm2, cex }: BootDeviceLuks,
  at: Path,
): Entry[] {
  const hasTang = tang.some(
    ({ url, ...more }) =>
      url || Object.values(more).some((value) => value !== undefined),
  );
  if (!device || hasTang || tpm2 || cex?.enabled) return [];
  return [error("boot-luks-without-method", [...at, "luks"])];
}

function lacksLayout({ layout, mirror }: BootDevice): boolean {
  return layout === undefined && (mirror?.devices?.length ?? 0) > 0;
}

function mainframeDisk(
  layout: string,
  { luks }: BootDevice,
  at: Path,
): Entry[] {
  const name = mainframe[layout];
  if (!name) return [];
  if (!luks?.device)
    return [error("boot-luks-disk-missing", [...at, "layout"])];
  return name.test(luks.device)
    ? []
    : [error("boot-luks-disk-name", [...at, "layout"])];
}

function validateCex({ layout, luks = {} }: BootDevice, at: Path): Entry[] {
  if (!luks.cex?.enabled) return [];
  const place = layout === undefined ? ["luks", "cex"] : ["layout"];
  return [
    ...(layout?.startsWith("s390x")
      ? []
      : [error("cex-needs-mainframe", [...at, ...place])]),
    ...(luks.tang?.length || luks.tpm2
      ? [error("cex-with-clevis", [...at, "luks"])]
      : []),
  ];
}
