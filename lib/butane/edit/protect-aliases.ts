import type { YamlAlias, YamlMapping, YamlNode } from "../source";
import type { YamlPair } from "../source/node";
import { write, type Change, type MappingChange } from "./change";

/**
 * Adds to a change that aliases of what it changes are written out with the value they have now: whoever repeats a value does not
 * want it changed because another place of it was.
 */
export function protectAliases(root: YamlMapping, change: Change): Change {
  const touched = new Set<YamlNode>();
  collectTouched(root, change, touched);
  return protect(root, change, touched) ?? change;
}

/** Everything whose value changes: what lies in what is written anew or goes away, and all that is around it. */
function collectTouched(
  node: YamlNode,
  change: Change,
  touched: Set<YamlNode>,
): void {
  touched.add(node);
  if (change.kind === "mapping" && node.kind === "mapping")
    for (const [pair, inner] of change.pairs) {
      if (inner.kind === "remove") addAll(pair.key, touched);
      collectTouched(pair.value, inner, touched);
    }
  else if (change.kind === "sequence" && node.kind === "sequence")
    for (const [index, inner] of change.items)
      collectTouched(node.items[index]!, inner, touched);
  else addAll(node, touched);
}

/** Aliases are not followed: what they repeat stands elsewhere. */
function addAll(node: YamlNode, touched: Set<YamlNode>): void {
  touched.add(node);
  for (const child of childrenOf(node)) addAll(child, touched);
}

function childrenOf(node: YamlNode): readonly YamlNode[] {
  if (node.kind === "sequence") return node.items;
  if (node.kind !== "mapping") return [];
  return node.pairs.flatMap(({ key, value }) => [key, value]);
}

function protect(
  node: YamlNode,
  change: Change | undefined,
  touched: ReadonlySet<YamlNode>,
): Change | undefined {
  if (change?.kind === "write" || change?.kind === "remove") return change;
  if (node.kind === "alias") return protectAlias(node, touched);
  if (node.kind === "mapping")
    return protectMapping(node, change as MappingChange | undefined, touched);
  if (node.kind !== "sequence") return change;
  const before = change?.kind === "sequence" ? change.items : undefined;
  const items = new Map(before);
  for (const [index, item] of node.items.entries()) {
    const inner = protect(item, items.get(index), touched);
    if (inner) items.set(index, inner);
  }
  if (items.size === 0) return change;
  const added = change?.kind === "sequence" ? change.added : [];
  return { kind: "sequence", items, added };
}

function protectMapping(
  node: YamlMapping,
  change: MappingChange | undefined,
  touched: ReadonlySet<YamlNode>,
): Change | undefined {
  const pairs = new Map<YamlPair, Change>(change?.pairs);
  for (const pair of node.pairs) {
    const inner = protect(pair.value, pairs.get(pair), touched);
    if (inner) pairs.set(pair, inner);
  }
  if (pairs.size === 0) return change;
  return { kind: "mapping", pairs, added: change?.added ?? [] };
}

function protectAlias(
  node: YamlAlias,
  touched: ReadonlySet<YamlNode>,
): Change | undefined {
  return touched.has(node.target)
    ? write({ kind: "typed", node: node.target })
    : undefined;
}
