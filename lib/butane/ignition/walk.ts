import type { Path } from "../path";
import { addAll, type Entry } from "../report";
import type { Field, List, Scalar, Struct } from "./struct";

/** Looks at one value of a config. */
export type Visit = (
  value: unknown,
  at: Path,
  type: Struct | Scalar,
) => readonly Entry[];

/**
 * Visits a struct and what is in it, in the order upstream does, and gathers the entries. An absent struct is
 * passed by: no rule objects to one, except to a missing `ignition`, which therefore counts as empty.
 */
export function walk(
  value: unknown,
  type: Struct | Scalar | List,
  visit: Visit,
  at: Path = [],
): Entry[] {
  const entries: Entry[] = [];
  descend(value, type, at, visit, entries);
  return entries;
}

function descend(
  value: unknown,
  type: Struct | Scalar | List,
  at: Path,
  visit: Visit,
  entries: Entry[],
): void {
  if (type.kind === "list") {
    (value as readonly unknown[]).forEach((item, index) => {
      descend(item, type.of, [...at, index], visit, entries);
    });
    return;
  }
  addAll(entries, visit(value, at, type));
  if (type.kind !== "struct") return;
  for (const field of type.fields) {
    if (isPlain(field)) continue;
    const inner = (value as Record<string, unknown>)[field.key];
    if (inner !== undefined) {
      descend(inner, field.type, [...at, field.key], visit, entries);
    } else if (field.always && field.type.kind === "struct") {
      descend({}, field.type, [...at, field.key], visit, entries);
    }
  }
}

/** No rule hangs on a bare text, number or truth value. */
function isPlain({ type }: Field): boolean {
  const inner = type.kind === "list" ? type.of : type;
  return inner.kind !== "struct" && inner.kind === inner.name;
}
