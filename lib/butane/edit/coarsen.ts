import type { YamlNode } from "../source";
import type { YamlPair } from "../source/node";
import { treeAfter, write, type Change } from "./change";

/** The same change, with everything that changes at a depth written as a whole: 3 for the entries of a list, 0 for the document. */
export function coarsen(node: YamlNode, change: Change, depth: number): Change {
  if (change.kind === "mapping" && node.kind === "mapping") {
    if (depth <= 0) return write(treeAfter(node, change));
    const pairs = new Map<YamlPair, Change>();
    for (const [pair, inner] of change.pairs)
      pairs.set(pair, coarsen(pair.value, inner, depth - 1));
    return { ...change, pairs };
  }
  if (change.kind === "sequence" && node.kind === "sequence") {
    if (depth <= 0) return write(treeAfter(node, change));
    const items = new Map<number, Change>();
    for (const [index, inner] of change.items)
      items.set(index, coarsen(node.items[index]!, inner, depth - 1));
    return { ...change, items };
  }
  return change;
}
