"use client";

import { useState } from "react";

export function moved<Item>(
  items: readonly Item[],
  from: number,
  to: number,
): Item[] {
  const rest = removedAt(items, from);
  return insertedAt(rest, to, items[from]!);
}

export function removedAt<Item>(items: readonly Item[], index: number): Item[] {
  return items.filter((_, at) => at !== index);
}

export function insertedAt<Item>(
  items: readonly Item[],
  index: number,
  item: Item,
): Item[] {
  return [...items.slice(0, index), item, ...items.slice(index)];
}

interface Keys {
  readonly list: readonly number[];
  readonly next: number;
}

/** As many keys as there are items: added or dropped at the end. */
function fitted({ list, next }: Keys, count: number): Keys {
  const missing = Math.max(0, count - list.length);
  const more = Array.from({ length: missing }, (_, index) => next + index);
  return { list: [...list.slice(0, count), ...more], next: next + missing };
}

/**
 * Keys that follow items as they move, so that a field keeps its focus and its text. The items themselves are plain
 * values without a name; when their number changes from outside (undo), keys are added or dropped at the end.
 */
export function useItemKeys(count: number) {
  const [kept, setKeys] = useState<Keys>(() =>
    fitted({ list: [], next: 0 }, count),
  );
  const keys = kept.list.length === count ? kept : fitted(kept, count);
  if (keys !== kept) setKeys(keys);
  const change = (
    edit: (list: readonly number[], next: number) => readonly number[],
  ) =>
    setKeys(({ list, next }) => ({ list: edit(list, next), next: next + 1 }));
  return {
    at: (index: number) => keys.list[index]!,
    move: (from: number, to: number) => change((list) => moved(list, from, to)),
    remove: (index: number) => change((list) => removedAt(list, index)),
    insert: (index: number) =>
      change((list, next) => insertedAt(list, index, next)),
  };
}
