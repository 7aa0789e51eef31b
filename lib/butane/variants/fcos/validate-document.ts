import type { Path } from "../../path";
import { error, warning, type Entry } from "../../report";
import type { Config } from "./v1_6/sugar";

/** The name Fedora CoreOS gives the disk it started from. */
const bootDisk = "/dev/disk/by-id/coreos-boot-disk";
const mountable = /^\/(?:etc|var)(?:\/|$)/;

/** What disks and filesystems must not do on a system that keeps everything but `/etc` and `/var`. */
export function validateDocument(document: Config, at: Path): Entry[] {
  return [...reuseByLabel(document, at), ...forbiddenMounts(document, at)];
}

/** A partition that is there already is found by its number; only the label is not enough. */
function reuseByLabel({ storage, boot_device }: Config, at: Path): Entry[] {
  // The mirror erases the tables of its disks.
  const mirror = boot_device?.mirror?.devices ?? [];
  return (storage?.disks ?? []).flatMap((disk, index) => {
    const { device = "", wipe_table, partitions = [] } = disk;
    if (device === bootDisk || wipe_table || mirror.includes(device)) return [];
    const list = [...at, "storage", "disks", index, "partitions"];
    return partitions.flatMap(({ number, label }, place) =>
      !number && label !== undefined
        ? [warning("partition-reuse-by-label", [...list, place, "number"])]
        : [],
    );
  });
}

function forbiddenMounts({ storage }: Config, at: Path): Entry[] {
  return (storage?.filesystems ?? []).flatMap((filesystem, index) => {
    const { path, with_mount_unit } = filesystem;
    if (!with_mount_unit || path === undefined || mountable.test(path)) {
      return [];
    }
    const place = [...at, "storage", "filesystems", index, "path"];
    return [error("mount-point-forbidden", place)];
  });
}
