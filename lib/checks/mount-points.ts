import type { Path } from "@/lib/butane";
import type { Preset } from "@/lib/preset/preset";
import type { Check, Finding, Fix } from "./check";
import { diskLayoutOf, type PlacedFilesystem } from "./disk-layout";
import { entriesOf, textAt } from "./document";
import { mountedOn } from "./mounted";

/** Filesystems that nothing mounts after Ignition, that are mounted twice, or by a name that may change. */
export const mountPoints: Check = ({ preset, composed }) => {
  const { filesystems } = diskLayoutOf(composed);
  if (filesystems.length === 0) return [];
  const mounted: ReadonlySet<string> = new Set(
    mountedOn(preset, composed).bySystemd,
  );
  const hasSwap = entriesOf(composed, ["systemd", "units"]).some(({ value }) =>
    textAt(value, "name").endsWith(".swap"),
  );
  return filesystems.flatMap((filesystem, index) => [
    ...twice(filesystem, filesystems.slice(0, index)),
    ...unmounted(filesystem, mounted, hasSwap, preset),
    ...unstable(filesystem),
  ]);
};

function twice(
  { path, at }: PlacedFilesystem,
  before: readonly PlacedFilesystem[],
): Finding[] {
  if (path === "" || !before.some((one) => one.path === path)) return [];
  return [
    {
      kind: "warning",
      code: "mount-twice",
      sentence: `Two filesystems are mounted at ${path}: the later one hides the earlier.`,
      path: [...at, "path"],
    },
  ];
}

function unmounted(
  filesystem: PlacedFilesystem,
  mounted: ReadonlySet<string>,
  hasSwap: boolean,
  preset: Preset,
): Finding[] {
  const { path, at, hasUnit, format, label } = filesystem;
  const isSwap = format === "swap";
  // The image mounts its own root and OEM partitions.
  const isMounted =
    hasUnit ||
    label === "ROOT" ||
    path === "/" ||
    path === "/oem" ||
    path === "/usr/share/oem" ||
    mounted.has(path) ||
    (isSwap && hasSwap);
  if (isMounted || (path === "" && !isSwap)) return [];
  const fix = mountFix(filesystem, preset);
  return [
    {
      kind: isSwap ? "info" : "warning",
      code: "mount-unit-missing",
      sentence: isSwap
        ? "Nothing switches this swap on: it is made and never used."
        : `Ignition mounts ${path} while it writes files, and nothing mounts it after that: the node sees an empty folder there.`,
      path: [...at, isSwap ? "format" : "path"],
      ...(fix ? { fix } : {}),
    },
  ];
}

function mountFix(
  { device, path }: PlacedFilesystem,
  preset: Preset,
): Fix | undefined {
  const index = preset.storage.filesystems.findIndex(
    (one) => one.device === device && one.path === path,
  );
  const field: Path = ["storage", "filesystems", index, "mountUnit"];
  return index < 0
    ? undefined
    : { label: "Use it on every boot", edits: [{ path: field, value: true }] };
}

function unstable({ device, hasUnit, at }: PlacedFilesystem): Finding[] {
  if (!hasUnit || !/^\/dev\/(?:[shv]d|xvd)[a-z]+\d*$/.test(device)) return [];
  return [
    {
      kind: "info",
      code: "device-name-changes",
      sentence: `${device} may be another disk after a reboot, and the mount unit looks for it by this name.`,
      why: "A name below /dev/disk/by-partlabel or /dev/disk/by-id stays.",
      path: [...at, "device"],
    },
  ];
}
