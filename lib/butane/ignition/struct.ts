/**
 * How a struct of the Ignition spec is written down: one field per key, in the order Go's encoder prints them.
 *
 * - `*string`: a pointer; printed whenever it is set, also when it holds an empty value.
 * - `string`, `Resource`, `[]Disk`: printed unless empty. A struct is empty when all its fields are.
 * - `string!`: printed always; `*string!` as `null` when it points nowhere.
 */
export type FieldNotation = string;

/** Field tables of a spec version by struct name. A name that maps to `"string"` is a string with rules of its own. */
export type StructTable = Readonly<
  Record<string, Readonly<Record<string, FieldNotation>> | "string">
>;

export interface Struct {
  readonly kind: "struct";
  readonly name: string;
  readonly fields: readonly Field[];
}

export interface Scalar {
  readonly kind: "string" | "int" | "bool";
  /** Name of the type, where a rule hangs on it (`Device`). */
  readonly name: string;
}

export interface List {
  readonly kind: "list";
  readonly of: Struct | Scalar;
}

export interface Field {
  readonly key: string;
  readonly type: Struct | Scalar | List;
  readonly pointer: boolean;
  readonly always: boolean;
}

/** A struct of an older version: without the fields that came later. */
export function without<
  const Fields extends Readonly<Record<string, FieldNotation>>,
  const Key extends keyof Fields & string,
>(fields: Fields, ...keys: readonly Key[]): Omit<Fields, Key> {
  const names: readonly string[] = keys;
  return Object.fromEntries(
    Object.entries(fields).filter(([key]) => !names.includes(key)),
  ) as unknown as Omit<Fields, Key>;
}

/** Resolves the names in a table, once per spec version. */
export function compileStructs(table: StructTable, root: string): Struct {
  const known = new Map<string, Struct>();

  function typeOf(name: string): Struct | Scalar {
    if (name === "string" || name === "int" || name === "bool") {
      return { kind: name, name };
    }
    const fields = table[name];
    if (fields === "string") return { kind: "string", name };
    const seen = known.get(name);
    if (seen) return seen;
    const struct = {
      kind: "struct" as const,
      name,
      fields: Object.entries(fields ?? {}).map(([key, notation]) =>
        field(key, notation),
      ),
    };
    known.set(name, struct);
    return struct;
  }

  function field(key: string, notation: FieldNotation): Field {
    const always = notation.endsWith("!");
    const bare = always ? notation.slice(0, -1) : notation;
    const pointer = bare.startsWith("*");
    const named = pointer ? bare.slice(1) : bare;
    const type = named.startsWith("[]")
      ? { kind: "list" as const, of: typeOf(named.slice(2)) }
      : typeOf(named);
    return { key, type, pointer, always };
  }

  return typeOf(root) as Struct;
}
