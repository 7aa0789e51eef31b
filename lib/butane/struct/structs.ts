import type {
  Field,
  FlagField,
  IntegerField,
  TableField,
  TextField,
} from "./field";

/** Fields of one struct, by their key in YAML. */
export type Fields = Readonly<Record<string, Field>>;

/** All structs of a spec, by name; `Config` is the whole document. */
export type Structs = Readonly<Record<string, Fields>>;

/** What decoding a field gives; anything may be absent. */
export type FieldValue<All, One> = One extends TextField
  ? string
  : One extends IntegerField
    ? number
    : One extends FlagField
      ? boolean
      : One extends TableField
        ? Readonly<Record<string, string>>
        : One extends { kind: "list"; of: infer Item }
          ? Item extends keyof All
            ? readonly StructValue<All, Item>[]
            : readonly string[]
          : One extends { kind: "struct"; of: infer Name }
            ? Name extends keyof All
              ? StructValue<All, Name>
              : never
            : never;

/** What decoding a struct gives: the TypeScript type follows from the description. */
export type StructValue<All, Name extends keyof All> = {
  readonly [Key in keyof All[Name]]?: FieldValue<All, All[Name][Key]>;
};

/** A spec's structs with another's fields on top: what `changes` names is added or replaced, the rest stays. */
export type Extended<Base, Changes> = {
  readonly [Name in keyof Base | keyof Changes]: Name extends keyof Changes
    ? Name extends keyof Base
      ? Omit<Base[Name], keyof Changes[Name]> & Changes[Name]
      : Changes[Name]
    : Name extends keyof Base
      ? Base[Name]
      : never;
};

/** A spec's structs without some fields. */
export type Reduced<Base, Without> = {
  readonly [Name in keyof Base]: Name extends keyof Without
    ? Without[Name] extends readonly (infer Key)[]
      ? Omit<Base[Name], Key & PropertyKey>
      : Base[Name]
    : Base[Name];
};

/**
 * Says a spec as what it lacks of the one after. Structs that nothing refers to any more go as well.
 *
 * @example
 * const structs = leaveOut(v0_4, { Config: ["kernel_arguments"] });
 */
export function leaveOut<
  const Base extends Structs,
  const Without extends {
    readonly [Name in keyof Base]?: readonly (keyof Base[Name])[];
  },
>(base: Base, without: Without): Reduced<Base, Without> {
  const lacks = without as Readonly<Record<string, readonly string[]>>;
  const kept: Record<string, Fields> = {};
  const keep = (name: string) => {
    if (kept[name] || !base[name]) return;
    const fields = Object.entries(base[name]).filter(
      ([key]) => !lacks[name]?.includes(key),
    );
    kept[name] = Object.freeze(Object.fromEntries(fields));
    for (const [, field] of fields) if ("of" in field) keep(field.of);
  };
  keep("Config");
  return Object.freeze(kept) as Reduced<Base, Without>;
}

/**
 * Says a spec as its difference from the one before.
 *
 * @example
 * const structs = extendStructs(v0_4, { Tang: { advertisement: text("…") } });
 */
export function extendStructs<
  const Base extends Structs,
  const Changes extends Structs,
>(base: Base, changes: Changes): Extended<Base, Changes> {
  const all: Record<string, Fields> = { ...base };
  for (const [name, fields] of Object.entries(changes)) {
    all[name] = Object.freeze({ ...base[name], ...fields });
  }
  return Object.freeze(all) as Extended<Base, Changes>;
}
