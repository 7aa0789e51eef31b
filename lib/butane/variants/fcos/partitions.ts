import type { IgnitionConfig, IgnitionStruct } from "../../ignition";
import { warning } from "../../report";
import type { Translation } from "../../translate/translation";

/** Partitions of the image, and the numbers they have there. */
const reserved: ReadonlyMap<string, number> = new Map([
  ["BIOS-BOOT", 1],
  ["PowerPC-PReP-boot", 1],
  ["EFI-SYSTEM", 2],
  ["boot", 3],
  ["root", 4],
]);
const smallestRoot = 8192;

/** Warns of partitions with a label of the image's and another number: they would be made anew. */
export function warnOfReservedLabels(
  run: Translation,
  _document: unknown,
  { storage }: IgnitionConfig,
): void {
  for (const [index, disk] of (storage?.disks ?? []).entries()) {
    if (disk.wipeTable) continue;
    for (const [place, partition] of (disk.partitions ?? []).entries()) {
      const number = reserved.get(partition.label ?? "");
      if (number === undefined || number === (partition.number ?? 0)) continue;
      const at = ["storage", "disks", index, "partitions", place, "label"];
      run.outputReport.push(warning("partition-number-reserved", at));
    }
  }
}

/** Warns of a root partition that is small, or that another one keeps from growing. */
export function warnOfSmallRoot(
  run: Translation,
  _document: unknown,
  { storage }: IgnitionConfig,
): void {
  for (const [index, { partitions = [] }] of (storage?.disks ?? []).entries()) {
    for (const [place, partition] of partitions.entries()) {
      if (partition.label !== "root") continue;
      const at = ["storage", "disks", index, "partitions", place];
      if (partition.sizeMiB) {
        if (partition.sizeMiB < smallestRoot) {
          const size = [...at, "size_mib"];
          run.outputReport.push(warning("root-too-small", size));
        }
      } else if (isFollowed(partitions, place)) {
        run.outputReport.push(warning("root-constrained", [...at, "label"]));
      }
    }
  }
}

/** Whether another partition is placed wherever there is room, which is behind. */
function isFollowed(
  partitions: readonly IgnitionStruct<"Partition">[],
  place: number,
): boolean {
  return partitions.some(({ startMiB }, index) => index !== place && !startMiB);
}
