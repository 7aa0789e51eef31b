import type { Path } from "../../path";
import { type Entry, warning } from "../../report";
import type { Struct } from "../struct";
import type { JsonNode, JsonObject } from "./parse";

/** Finds keys that no struct of the spec has; here, unlike in decoding, their case counts. */
export function unusedKeys(
  node: JsonNode,
  struct: Struct,
  at: Path = [],
): Entry[] {
  if (node.kind !== "object") return [warning("null-for-struct", at)];
  const keys = new Set(struct.fields.map(({ key }) => key));
  const unused = [...new Set(node.members.map(({ key }) => key))]
    .filter((key) => !keys.has(key))
    .map((key) => warning("unused-key", [...at, key], { key }));
  return [...unused, ...unusedInside(node, struct, at)];
}

function unusedInside(node: JsonObject, struct: Struct, at: Path): Entry[] {
  return struct.fields.flatMap(({ key, type }) => {
    const value = memberOf(node, key);
    if (!value) return [];
    if (type.kind === "struct") return unusedKeys(value, type, [...at, key]);
    if (type.kind !== "list" || value.kind !== "array") return [];
    const { of } = type;
    if (of.kind !== "struct") return [];
    return value.items.flatMap((item, index) =>
      unusedKeys(item, of, [...at, key, index]),
    );
  });
}

/** The value of a key; where the key comes twice, the last one. */
export function memberOf(node: JsonObject, key: string): JsonNode | undefined {
  return node.members.findLast((member) => member.key === key)?.value;
}
