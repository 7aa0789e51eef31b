"use client";

import { useRef } from "react";

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

/**
 * Keys that follow items as they move, so that a field keeps its focus and its text. The items themselves are plain
 * values without a name; when their number changes from outside (undo), keys are added or dropped at the end.
 */
export function useItemKeys(count: number) {
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  while (keys.current.length < count) keys.current.push(next.current++);
  keys.current.length = count;
  return {
    at: (index: number) => keys.current[index]!,
    move: (from: number, to: number) => {
      keys.current = moved(keys.current, from, to);
    },
    remove: (index: number) => {
      keys.current = removedAt(keys.current, index);
    },
    insert: (index: number) => {
      keys.current = insertedAt(keys.current, index, next.current++);
    },
  };
}
