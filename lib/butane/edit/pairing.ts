import { sameTree } from "../emit/join";
import type { TreeItem } from "../emit/tree";
import { samePath } from "../path";
import { stayingPairs } from "./staying-pairs";
import { nameOfItem, type NameField } from "./tree-name";

/** What became of an item of a draft's list: one that has only `before` went away, one that has only `after` is new. */
export interface ItemPair {
  readonly before?: TreeItem;
  readonly after?: TreeItem;
}

/**
 * Finds which items of two lists are the same one, in the order of the list after, with those that went away in between.
 *
 * Entries go by their name. One that went away and one that came in its place are the same, renamed, when the same field asked for
 * both or their names are much alike: the image of another version of an extension.
 */
export function pairNamed(
  before: readonly TreeItem[],
  after: readonly TreeItem[],
  key: NameField,
): ItemPair[] {
  const oldNames = numbered(before, key);
  const newNames = numbered(after, key);
  const oldIndex = new Map(oldNames.map((name, index) => [name, index]));
  const kept = new Set(newNames);
  const gone = gaps(oldNames, (name) => kept.has(name));
  const come = gaps(newNames, (name) => oldIndex.has(name));
  const renamed = new Map<number, number>();
  for (const [gap, added] of come)
    for (const index of gone.get(gap) ?? []) {
      const twin = likest(before[index]!, added, after, key);
      if (twin === undefined) continue;
      renamed.set(twin, index);
      added.splice(added.indexOf(twin), 1);
    }
  const taken = new Set(renamed.values());
  const lost = [...gone.values()].flat().filter((index) => !taken.has(index));
  return [
    ...lost.map((index) => ({ before: before[index]! })),
    ...after.map((item, index): ItemPair => {
      const twin = oldIndex.get(newNames[index]!) ?? renamed.get(index);
      return twin === undefined
        ? { after: item }
        : { before: before[twin]!, after: item };
    }),
  ];
}

/**
 * The same for lists whose items have no name: what is the same in both stays a pair, and what is between two such pairs is paired in
 * its order.
 */
export function pairOrdered(
  before: readonly TreeItem[],
  after: readonly TreeItem[],
): ItemPair[] {
  const pairs: ItemPair[] = [];
  let [last, next] = [0, 0];
  const pairUpTo = (oldEnd: number, newEnd: number) => {
    while (last < oldEnd || next < newEnd) {
      const one = last < oldEnd ? before[last++] : undefined;
      const other = next < newEnd ? after[next++] : undefined;
      pairs.push({
        ...(one && { before: one }),
        ...(other && { after: other }),
      });
    }
  };
  const stays = stayingPairs(before.length, after.length, (one, other) =>
    sameTree(before[one]!.value, after[other]!.value),
  );
  for (const [one, other] of stays) {
    pairUpTo(one, other);
    pairUpTo(one + 1, other + 1);
  }
  pairUpTo(before.length, after.length);
  return pairs;
}

/** Names told apart by how often they came before. */
function numbered(items: readonly TreeItem[], key: NameField): string[] {
  const seen = new Map<string, number>();
  return items.map(({ value }) => {
    const name = nameOfItem(value, key);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}\n${count}`;
  });
}

/** The indexes of what is not known, by the known name before them. */
function gaps(
  names: readonly string[],
  isKnown: (name: string) => boolean,
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  let gap = "";
  for (const [index, name] of names.entries()) {
    if (isKnown(name)) gap = name;
    else found.set(gap, [...(found.get(gap) ?? []), index]);
  }
  return found;
}

function likest(
  old: TreeItem,
  candidates: readonly number[],
  after: readonly TreeItem[],
  key: NameField,
): number | undefined {
  let best: { readonly index: number; readonly score: number } | undefined;
  for (const index of candidates) {
    const score = likeness(old, after[index]!, key);
    if (score >= 0.6 && score > (best?.score ?? 0)) best = { index, score };
  }
  return best?.index;
}

function likeness(one: TreeItem, other: TreeItem, key: NameField): number {
  const asked =
    one.origin && other.origin && samePath(one.origin, other.origin) ? 1 : 0;
  return (
    asked + alike(nameOfItem(one.value, key), nameOfItem(other.value, key))
  );
}

/** How much of two names is the same beginning and end: from 0 to 1. */
function alike(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail))
    tail++;
  return (head + tail) / Math.max(one.length, other.length, 1);
}
