"use client";

import { useState } from "react";
import { insertedAt, moved, removedAt, useItemKeys } from "./list-items";

export interface EditedList<Item> {
  items: readonly Item[];
  onChange: (items: readonly Item[]) => void;
  /** A new item, added at the end. */
  make: () => Item;
  /** Name of an item for buttons and messages: `key 2`. */
  name: (item: Item, index: number) => string;
}

/** What is done to a list; the item removed last can be put back in its place until the next change. */
export function useListEdits<Item>(list: EditedList<Item>) {
  const { items, onChange, make, name } = list;
  const [removed, setRemoved] = useState<{
    item: Item;
    index: number;
    name: string;
  } | null>(null);
  // For a screen reader, which would not tell that an item has moved.
  const [said, say] = useState("");
  const keys = useItemKeys(items.length);

  const move = (from: number, to: number) => {
    // While an item is dragged, the list may become shorter.
    if (from === to || !(from in items) || !(to in items)) return;
    say(
      `${name(items[from]!, from)} is now number ${to + 1} of ${items.length}`,
    );
    keys.move(from, to);
    setRemoved(null);
    onChange(moved(items, from, to));
  };
  const add = () => {
    setRemoved(null);
    onChange([...items, make()]);
  };
  const remove = (index: number) => {
    const item = items[index]!;
    setRemoved({ item, index, name: name(item, index) });
    keys.remove(index);
    onChange(removedAt(items, index));
  };
  const putBack = () => {
    if (!removed) return;
    keys.insert(removed.index);
    onChange(insertedAt(items, removed.index, removed.item));
    setRemoved(null);
  };
  return { keyAt: keys.at, removed, said, move, add, remove, putBack };
}
