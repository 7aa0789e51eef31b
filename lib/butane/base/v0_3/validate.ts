import type { Path } from "../../path";
import { error, type Entry } from "../../report";
import type { Filesystem } from "./schema";

/** Before 0.4, swap was mounted like everything else. */
export function validateFilesystem(
  { with_mount_unit, path, format }: Filesystem,
  at: Path,
): readonly Entry[] {
  if (!with_mount_unit) return [];
  return [
    ...(path ? [] : [error("mount-unit-without-path", [...at, "path"])]),
    ...(format ? [] : [error("mount-unit-without-format", [...at, "format"])]),
  ];
}
