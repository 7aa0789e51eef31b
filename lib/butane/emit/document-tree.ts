import type { Draft } from "./builder";
import { inReadingOrder } from "./key-order";
import { lists } from "./lists";
import {
  mapping,
  pairOf,
  scalar,
  type Tree,
  type TreeItem,
  type TreeMapping,
} from "./tree";

/** A draft as the tree of a whole document; its entries are those of the draft, not copies. */
export function documentTree(draft: Draft): TreeMapping {
  const { variant, version } = draft.header;
  const root = mapping({ variant: scalar(variant), version: scalar(version) });
  for (const { name, path, single } of lists) {
    const items = draft.lists[name];
    if (items.length === 0) continue;
    const sorted = name === "systemd.units" ? items.map(sortedUnit) : items;
    const parent = path.slice(0, -1).reduce(opened, root);
    const key = path.at(-1)!;
    if (single) parent.pairs.push({ ...items[0]!, key });
    else
      parent.pairs.push({
        key,
        value: { kind: "sequence", items: [...sorted] },
      });
  }
  return root;
}

/** The mapping under a key, made where it is not there yet. */
function opened(parent: TreeMapping, key: string): TreeMapping {
  const known: Tree | undefined = pairOf(parent, key)?.value;
  if (known?.kind === "mapping") return known;
  const made = mapping({});
  parent.pairs.push({ key, value: made });
  return made;
}

/** A unit grows in the order its parts were put. */
function sortedUnit(item: TreeItem): TreeItem {
  const { value } = item;
  if (value.kind !== "mapping") return item;
  const pairs = inReadingOrder("Unit", value.pairs);
  return { ...item, value: { kind: "mapping", pairs } };
}
