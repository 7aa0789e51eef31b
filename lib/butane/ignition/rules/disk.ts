import type { IgnitionStruct, Integer } from "../types";
import { pathProblem } from "../../file-path";
import { errorIf, type Rule } from "./rule";

type Partitions = readonly IgnitionStruct<"Partition">[];

/**
 * A disk has a path, and partitions of which no two share a number, a label or a MiB; number 0 stands for the next free
 * one. Entries as in Ignition's config/v3_3/types/disk.go.
 */
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
  const places = new Map<Integer, number>();
  let [first, again] = [Infinity, -1];
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    const before = places.get(value);
    if (before === undefined) places.set(value, index);
    else if (before < first) [first, again] = [before, index];
  }
  return again;
}

/** Where any value first stands for the second time. */
function secondSeen(values: readonly (string | undefined)[]): number {
  const seen = new Set<string>();
  return values.findIndex((value) => {
    if (value === undefined) return false;
    if (seen.has(value)) return true;
    seen.add(value);
    return false;
  });
}

/** A partition that lies across another. A start of 0 is placed later, wherever there is room. */
function firstOverlapping(partitions: Partitions): number {
  const extents = partitions.map(extent);
  const some = extents.filter((one) => one !== undefined);
  const others = new Extents(some);
  const first = some.find((one) => others.overlap(one));
  return first
    ? extents.findIndex((one) => one && one !== first && overlaps(first, one))
    : -1;
}

interface Extent {
  readonly start: bigint;
  readonly end: bigint;
}

/** First and last MiB. A size of 0 takes what is free; of that only the start is known. */
function extent({ startMiB, sizeMiB }: Partitions[number]): Extent | undefined {
  if (!startMiB || sizeMiB === undefined) return undefined;
  const [start, size] = [BigInt(startMiB), BigInt(sizeMiB)];
  // Go's sum wraps around.
  const end = size === 0n ? start : BigInt.asIntN(64, start + size - 1n);
  return { start, end };
}

function overlaps(a: Extent, b: Extent): boolean {
  const startsInside = a.start >= b.start && a.start <= b.end;
  const endsInside = a.end >= b.start && a.end <= b.end;
  return startsInside || endsInside || (a.start < b.start && a.end > b.end);
}

/** Extents in order, so that one is compared with all others in few steps: a disk may have thousands of partitions. */
class Extents {
  readonly #sorted: readonly Extent[];
  /** Of the extents up to each one, the two that reach farthest. */
  readonly #farthest: readonly (readonly Extent[])[];
  /** The end that comes first among the extents from each one on. */
  readonly #nearestEnds: readonly bigint[];

  constructor(extents: readonly Extent[]) {
    this.#sorted = extents.toSorted((a, b) => compare(a.start, b.start));
    let reach: readonly Extent[] = [];
    this.#farthest = this.#sorted.map((one) => {
      reach = [...reach, one].sort((a, b) => compare(b.end, a.end)).slice(0, 2);
      return reach;
    });
    const ends: bigint[] = [];
    for (let at = this.#sorted.length - 1; at >= 0; at--) {
      const { end } = this.#sorted[at]!;
      const nearest = ends.at(-1);
      ends.push(nearest === undefined || end < nearest ? end : nearest);
    }
    this.#nearestEnds = ends.reverse();
  }

  /** Whether an extent overlaps any other one than itself. */
  overlap(one: Extent): boolean {
    const inside = this.#nearestEnds[this.#countUpTo(one.start)];
    return (
      this.#holds(one.start, one) ||
      this.#holds(one.end, one) ||
      (inside !== undefined && inside < one.end)
    );
  }

  #holds(place: bigint, except: Extent): boolean {
    const reaching = this.#farthest[this.#countUpTo(place) - 1] ?? [];
    return reaching.some((other) => other !== except && other.end >= place);
  }

  /** How many begin at a place or before it. */
  #countUpTo(place: bigint): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]!.start <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
