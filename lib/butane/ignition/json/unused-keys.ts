import type { Path } from "../../path";
import { addAll, type Entry, warning } from "../../report";
import type { Struct } from "../struct";
import type { JsonMember, JsonNode, JsonObject } from "./parse";

/** Finds keys that no struct of the spec has; here, unlike in decoding, their case counts. */
export function unusedKeys(
  node: JsonNode,
  struct: Struct,
  at: Path = [],
): Entry[] {
  if (node.kind !== "object") return [warning("null-for-struct", at)];
  const entries: Entry[] = [];
  const keys = new Set(struct.fields.map(({ key }) => key));
  for (const { key } of node.members) {
    if (keys.has(key)) continue;
    keys.add(key);
    entries.push(warning("unused-key", [...at, key], { key }));
  }
  addAll(entries, unusedInside(node, struct, at));
  return entries;
}

function unusedInside(node: JsonObject, struct: Struct, at: Path): Entry[] {
  const entries: Entry[] = [];
  for (const { key, type } of struct.fields) {
    const value = memberOf(node, key)?.value;
    if (!value) continue;
    if (type.kind === "struct") {
      addAll(entries, unusedKeys(value, type, [...at, key]));
      continue;
    }
    if (type.kind !== "list" || value.kind !== "array") continue;
    const { of } = type;
    if (of.kind !== "struct") continue;
    value.items.forEach((item, index) => {
      addAll(entries, unusedKeys(item, of, [...at, key, index]));
    });
  }
  return entries;
}

/** The member with a key; where the key comes twice, the last one. */
export function memberOf(
  { members }: JsonObject,
  key: string,
): JsonMember | undefined {
  if (members.length <= FEW_MEMBERS) {
    return members.findLast((member) => member.key === key);
  }
  let index = indexes.get(members);
  if (!index) {
    index = new Map(members.map((member) => [member.key, member]));
    indexes.set(members, index);
  }
  return index.get(key);
}

/** A long object may have a problem in each of its members, and a search for each of them would take quadratic time. */
const FEW_MEMBERS = 32;
const indexes = new WeakMap<readonly JsonMember[], Map<string, JsonMember>>();
