import type { Tree, TreeItem, TreeMapping, TreePair } from "../emit/tree";
import { Impossible } from "../impossible";
import type { YamlMapping, YamlNode, YamlSequence } from "../source";
import type { YamlPair } from "../source/node";
import { membersOf } from "./members";

/** What becomes of a value of a document. What a collection does not mention stays. */
export type Change =
  | { readonly kind: "write"; readonly value: Tree }
  | { readonly kind: "remove" }
  | MappingChange
  | SequenceChange;

export interface MappingChange {
  readonly kind: "mapping";
  /** Changes of pairs that stand in the mapping itself. */
  readonly pairs: ReadonlyMap<YamlPair, Change>;
  readonly added: readonly TreePair[];
}

export interface SequenceChange {
  readonly kind: "sequence";
  /** Changes of items, by index. */
  readonly items: ReadonlyMap<number, Change>;
  readonly added: readonly AddedItem[];
}

export interface AddedItem {
  /** Index of the item it comes before; the length of the list for its end. */
  readonly before: number;
  readonly item: TreeItem;
}

export const remove: Change = { kind: "remove" };

/** The value is written anew, whatever stood there; nothing of that is kept. */
export function write(value: Tree): Change {
  return { kind: "write", value };
}

/** A value with its change: what the document has to say there afterwards. Aliases and merge keys in it are resolved. */
export function treeAfter(node: YamlNode, change: Change | undefined): Tree {
  if (!change) return { kind: "typed", node };
  if (change.kind === "write") return change.value;
  if (change.kind === "mapping" && node.kind === "mapping")
    return mappingAfter(node, change);
  if (change.kind === "sequence" && node.kind === "sequence")
    return { kind: "sequence", items: itemsAfter(node, change) };
  throw new Impossible(`${change.kind} of a ${node.kind}`);
}

function mappingAfter(node: YamlMapping, change: MappingChange): TreeMapping {
  const pairs = new Map<string, TreePair>();
  for (const [key, { pair, value, own }] of membersOf(node)) {
    const inner = own ? change.pairs.get(pair) : undefined;
    if (inner?.kind !== "remove")
      pairs.set(key, { key, value: treeAfter(value, inner) });
  }
  for (const pair of change.added) pairs.set(pair.key, pair);
  return { kind: "mapping", pairs: [...pairs.values()] };
}

function itemsAfter(node: YamlSequence, change: SequenceChange): TreeItem[] {
  const at = (index: number) =>
    change.added.flatMap(({ before, item }) => (before === index ? item : []));
  const items = node.items.flatMap((item, index): TreeItem[] => {
    const inner = change.items.get(index);
    const kept =
      inner?.kind === "remove" ? [] : [{ value: treeAfter(item, inner) }];
    return [...at(index), ...kept];
  });
  return [...items, ...at(node.items.length)];
}
