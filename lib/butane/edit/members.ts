import {
  isMergeKey,
  type ConcreteNode,
  type YamlMapping,
  type YamlNode,
} from "../source";
import type { YamlPair } from "../source/node";

/** A field of a mapping as Butane sees it: its own, or one that a merge key brings in. */
export interface Member {
  readonly pair: YamlPair;
  readonly value: YamlNode;
  /** Whether the pair stands in the mapping itself. */
  readonly own: boolean;
}

const known = new WeakMap<YamlMapping, ReadonlyMap<string, Member>>();

/** The fields of a mapping by name, its own before those it merges in; where one is said twice, the first counts. */
export function membersOf(mapping: YamlMapping): ReadonlyMap<string, Member> {
  let members = known.get(mapping);
  if (!members) known.set(mapping, (members = collect(mapping)));
  return members;
}

function collect(mapping: YamlMapping): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  const merged: YamlNode[] = [];
  for (const pair of mapping.pairs) {
    const { key, value } = pair;
    if (isMergeKey(key)) merged.push(value);
    else addTo(members, nameOf(key), { pair, value, own: true });
  }
  for (const one of merged.flatMap(mergedNodes)) {
    if (one.kind !== "mapping") continue;
    for (const [name, { pair, value }] of membersOf(one))
      addTo(members, name, { pair, value, own: false });
  }
  return members;
}

function addTo(members: Map<string, Member>, name: string, member: Member) {
  if (!members.has(name)) members.set(name, member);
}

function mergedNodes(value: YamlNode): readonly YamlNode[] {
  const node = concrete(value);
  return node.kind === "sequence" ? node.items.map(concrete) : [node];
}

/** The name of a key; lists and mappings as keys have none. */
export function nameOf(key: YamlNode): string {
  const node = concrete(key);
  return node.kind === "scalar" ? node.value : "";
}

/** What an alias stands for, or the node itself. */
export function concrete(node: YamlNode): ConcreteNode {
  return node.kind === "alias" ? concrete(node.target) : node;
}

/** The value at the end of some keys, as Butane sees it. */
export function valueAt(
  node: YamlNode | null | undefined,
  keys: readonly string[],
): YamlNode | undefined {
  let found = node ?? undefined;
  for (const key of keys) {
    if (!found) return undefined;
    const mapping = concrete(found);
    found =
      mapping.kind === "mapping"
        ? membersOf(mapping).get(key)?.value
        : undefined;
  }
  return found;
}
