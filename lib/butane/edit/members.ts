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

// What merge keys bring in may be merged again elsewhere, many times over. Other mappings are quicker read than remembered.
const merged = new WeakMap<YamlMapping, ReadonlyMap<string, Member>>();

/** The fields of a mapping by name, its own before those it merges in; where one is said twice, the first counts. */
export function membersOf(mapping: YamlMapping): ReadonlyMap<string, Member> {
  if (!hasMerge(mapping)) return ownMembers(mapping);
  let members = merged.get(mapping);
  if (!members) merged.set(mapping, (members = allMembers(mapping)));
  return members;
}

/** One field of a mapping. */
export function memberOf(
  mapping: YamlMapping,
  name: string,
): Member | undefined {
  if (hasMerge(mapping)) return membersOf(mapping).get(name);
  const pair = mapping.pairs.find(({ key }) => nameOf(key) === name);
  return pair && { pair, value: pair.value, own: true };
}

/** Whether a mapping takes fields of another one. */
export function hasMerge(mapping: YamlMapping): boolean {
  return mapping.pairs.some(({ key }) => isMergeKey(key));
}

function ownMembers(mapping: YamlMapping): Map<string, Member> {
  const members = new Map<string, Member>();
  for (const pair of mapping.pairs)
    if (!isMergeKey(pair.key))
      addTo(members, nameOf(pair.key), { pair, value: pair.value, own: true });
  return members;
}

function allMembers(mapping: YamlMapping): ReadonlyMap<string, Member> {
  const members = ownMembers(mapping);
  for (const { key, value } of mapping.pairs) {
    if (!isMergeKey(key)) continue;
    for (const one of mergedNodes(value)) {
      if (one.kind !== "mapping") continue;
      for (const [name, { pair, value }] of membersOf(one))
        addTo(members, name, { pair, value, own: false });
    }
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
      mapping.kind === "mapping" ? memberOf(mapping, key)?.value : undefined;
  }
  return found;
}
