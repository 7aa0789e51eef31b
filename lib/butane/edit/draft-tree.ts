import type { Draft } from "../emit";
import { inReadingOrder } from "../emit/key-order";
import {
  mapping,
  scalar,
  type Tree,
  type TreeItem,
  type TreeMapping,
} from "../emit/tree";
import { lists } from "./lists";

/** A draft as the tree of a whole document. */
export function draftTree(draft: Draft): TreeMapping {
  const sections = new Map<string, Record<string, Tree>>();
  for (const list of lists) {
    const items = list.items(draft);
    if (items.length === 0) continue;
    const [section, name] = list.path;
    const parts = sections.get(section) ?? {};
    const sorted = name === "units" ? items.map(sortedUnit) : [...items];
    parts[name] = { kind: "sequence", items: sorted };
    sections.set(section, parts);
  }
  const { variant, version } = draft.header;
  return mapping({
    variant: scalar(variant),
    version: scalar(version),
    ...Object.fromEntries(
      [...sections].map(([name, parts]) => [name, mapping(parts)]),
    ),
  });
}

/** A unit grows in the order its parts were put. */
function sortedUnit(item: TreeItem): TreeItem {
  const { value } = item;
  if (value.kind !== "mapping") return item;
  const pairs = inReadingOrder("Unit", value.pairs);
  return { ...item, value: { kind: "mapping", pairs } };
}
