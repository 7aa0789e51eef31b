import type { Path } from "../path";
import { addAll, error, type Entry } from "../report";
import { groupOf, keyOf, mayRepeat, type Plain } from "./identity";
import type { Field, List } from "./struct";
import type { Visit } from "./walk";

/** Finds entries of a struct's lists that have a key which came before. */
export const findDuplicates: Visit = (value, at, struct) => {
  if (struct.kind !== "struct") return [];
  const plain = value as Plain;
  const seen = new Map<string, Set<string>>();
  const found: Entry[] = [];
  for (const field of struct.fields) {
    const list = plain[field.key];
    if (!isList(field) || !Array.isArray(list)) continue;
    if (mayRepeat(struct.name, field.key)) continue;
    const group = groupOf(struct.name, field.key);
    const keys = seen.get(group) ?? new Set<string>();
    seen.set(group, keys);
    addAll(found, repeated(list, field.type.of.name, keys, [...at, field.key]));
  }
  return found;
};

function repeated(
  list: readonly unknown[],
  type: string,
  seen: Set<string>,
  at: Path,
): Entry[] {
  return list.flatMap((value, index) => {
    const key = keyOf(type, value);
    const again = seen.has(key);
    seen.add(key);
    return again ? [error("duplicate", [...at, index], { key })] : [];
  });
}

function isList(field: Field): field is Field & { readonly type: List } {
  return field.type.kind === "list";
}
