import type { Path } from "../path";
import type { Field } from "../struct/field";
import type { Fields, Structs } from "../struct/structs";

/** As much of a spec as is needed to say what its keys mean. */
export interface AssistSpec {
  readonly variant: string;
  readonly version: string;
  readonly base: { readonly structs: Structs };
}

/** What the spec says about a place: the field that leads there, and what may stand in it. */
export interface Spot {
  /** Absent at the root, and for an item of a list. */
  readonly field?: Field;
  /** The struct that the field is in. */
  readonly owner?: string;
  /** The keys that may stand there. */
  readonly struct?: { readonly name: string; readonly fields: Fields };
  /** What the items of the list are; for a list of text there are no fields. */
  readonly items?: { readonly name: string; readonly fields?: Fields };
}

/** What stands at a path, if the spec knows it. */
export function spotAt(spec: AssistSpec, path: Path): Spot | undefined {
  const { structs } = spec.base;
  let spot: Spot | undefined = structOf(structs, "Config");
  for (const key of path) {
    if (!spot) return undefined;
    spot = typeof key === "number" ? itemOf(spot) : childOf(structs, spot, key);
  }
  return spot;
}

function itemOf({ items, field }: Spot): Spot | undefined {
  if (!items) return undefined;
  if (!items.fields)
    return field ? { field: { ...field, kind: "text" } as Field } : {};
  return { struct: { name: items.name, fields: items.fields } };
}

function childOf(structs: Structs, spot: Spot, key: string): Spot | undefined {
  const field = spot.struct?.fields[key];
  if (!field || !Object.hasOwn(spot.struct!.fields, key)) return undefined;
  const owner = spot.struct!.name;
  if (field.kind === "struct") {
    return { field, owner, ...structOf(structs, field.of) };
  }
  if (field.kind !== "list") return { field, owner };
  const fields = structs[field.of];
  return { field, owner, items: { name: field.of, ...(fields && { fields }) } };
}

function structOf(structs: Structs, name: string): Spot {
  return { struct: { name, fields: structs[name] ?? {} } };
}
