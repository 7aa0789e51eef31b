import type { ListName, PlainValue } from "../../emit/plain";
import { lists } from "../../edit/lists";
import { nameOfItem } from "../../edit/tree-name";
import type { Draft } from "../../emit/builder";
import type { Tree } from "../../emit/tree";

/** An entry that a draft would write, as plain data. */
export interface DraftEntry {
  readonly list: ListName;
  readonly key: string;
  readonly value: PlainValue;
}

/** The lists of a document whose entries have names. */
export const listNames: readonly ListName[] = lists.map(({ name }) => name);

/** Every entry that a draft would write, list by list. */
export function draftEntries(draft: Draft): DraftEntry[] {
  return lists.flatMap(({ name, key }) =>
    draft.lists[name].map(({ value }) => ({
      list: name,
      key: nameOfItem(value, key),
      value: plainTree(value),
    })),
  );
}

function plainTree(tree: Tree): PlainValue {
  switch (tree.kind) {
    case "mapping":
      return Object.fromEntries(
        tree.pairs.map(({ key, value }) => [key, plainTree(value)]),
      );
    case "sequence":
      return tree.items.map(({ value }) => plainTree(value));
    case "scalar":
      return typeof tree.value === "bigint" ? String(tree.value) : tree.value;
    case "typed":
      return null;
  }
}
