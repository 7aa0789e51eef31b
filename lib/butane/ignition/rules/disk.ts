import type { IgnitionStruct, Integer } from "../types";
import { pathProblem } from "../../file-path";
import { errorIf, type Rule } from "./rule";

type Partitions = readonly IgnitionStruct<"Partition">[];

export const disk: Rule<"Disk"> = ({ device, partitions = [] }, at) => {
  if (!device) return errorIf("device-missing", at, "device");
  const list = [...at, "partitions"];
  const sameNumber = firstRepeated(
    partitions.map(({ number }) => number || undefined),
  );
  const sameLabel = secondSeen(partitions.map(({ label }) => label));
  const overlapping = firstOverlapping(partitions);
  return [
    ...errorIf(pathProblem(device), at, "device"),
    ...errorIf(sameNumber >= 0 && "partition-number-twice", list, sameNumber),
    ...errorIf(overlapping >= 0 && "partitions-overlap", list, overlapping),
    ...errorIf(
      partitions.some(({ shouldExist }) => shouldExist === false) &&
        partitions.some(({ number }) => !number) &&
        "partition-absent-with-zero",
      at,
      "partitions",
    ),
    ...errorIf(sameLabel >= 0 && "partition-label-twice", list, sameLabel),
  ];
};

/**
 * Where a value stands the second time, of the value that comes first in the list. Upstream takes any of
 * several repeated numbers, by chance; we always take the first.
 */
function firstRepeated(values: readonly (Integer | undefined)[]): number {
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    const again = values.indexOf(value, index + 1);
    if (again >= 0) return again;
  }
  return -1;
}

/** Where any value first stands for the second time. */
function secondSeen(values: readonly (string | undefined)[]): number {
  return values.findIndex(
    (value, index) => value !== undefined && values.indexOf(value) < index,
  );
}

/** A partition that lies across another. A start of 0 is placed later, wherever there is room. */
function firstOverlapping(partitions: Partitions): number {
  for (const [index, one] of partitions.entries()) {
    const a = extent(one);
    if (!a) continue;
    const other = partitions.findIndex((candidate, position) => {
      const b = extent(candidate);
      if (!b || position === index) return false;
      const startsInside = a.start >= b.start && a.start <= b.end;
      const endsInside = a.end >= b.start && a.end <= b.end;
      return startsInside || endsInside || (a.start < b.start && a.end > b.end);
    });
    if (other >= 0) return other;
  }
  return -1;
}

/** First and last MiB. A size of 0 takes what is free; of that only the start is known. */
function extent({ startMiB, sizeMiB }: Partitions[number]) {
  if (!startMiB || sizeMiB === undefined) return undefined;
  const [start, size] = [BigInt(startMiB), BigInt(sizeMiB)];
  // Go's sum wraps around.
  const end = size === 0n ? start : BigInt.asIntN(64, start + size - 1n);
  return { start, end };
}
