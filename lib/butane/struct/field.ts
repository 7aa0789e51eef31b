/** What every field says about itself. */
interface Described {
  /** One line for the reader of the JSON Schema and for the editor's help. */
  readonly doc: string;
  /** An entry is nothing without it: the name of a unit, the path of a file. */
  readonly required?: true;
  /** Butane's own: the translation spends it, Ignition never sees it. */
  readonly sugar?: true;
  /** Holds a secret, so it stays out of links and logs. */
  readonly secret?: true;
  /** The values that make sense, where there are few. */
  readonly choices?: readonly string[];
  /** Values worth offering where any other may stand as well, written as in YAML. */
  readonly examples?: readonly string[];
  /** What holds when it is left out: ends the sentence `Left out: …`. */
  readonly absent?: string;
  /** Text of several lines, as a rule: an editor begins a block for it. */
  readonly lines?: true;
}

export interface TextField extends Described {
  readonly kind: "text";
}
export interface IntegerField extends Described {
  readonly kind: "integer";
}
export interface FlagField extends Described {
  readonly kind: "flag";
}
export interface StructField<Name extends string = string> extends Described {
  readonly kind: "struct";
  readonly of: Name;
  /** Go's pointer to a struct: one that is there and empty is not the same as none. */
  readonly pointer?: true;
}
export interface ListField<Item extends string = string> extends Described {
  readonly kind: "list";
  /** The struct of every item, or `text`. */
  readonly of: Item;
}

/** Text by any key. */
export interface TableField extends Described {
  readonly kind: "table";
}

export type Field =
  | TextField
  | IntegerField
  | FlagField
  | StructField
  | ListField
  | TableField;

type More = Omit<Described, "doc">;

/** Any text; numbers, dates and truth values are taken as they are written. */
export function text(doc: string, more?: More): TextField {
  return { kind: "text", doc, ...more };
}

/** A whole number by YAML 1.1's rules: `0644` is octal. */
export function integer(doc: string, more?: More): IntegerField {
  return { kind: "integer", doc, ...more };
}

/** True or false; `yes` and `on` count as well. */
export function flag(doc: string, more?: More): FlagField {
  return { kind: "flag", doc, ...more };
}

/** A mapping; `of` is the name that its struct has among those of the spec. */
export function struct<const Name extends string>(
  of: Name,
  doc: string,
  more?: Pick<StructField, "pointer" | "sugar" | "absent">,
): StructField<Name> {
  return { kind: "struct", of, doc, ...more };
}

/** A list of `text`, or of mappings that are all of the struct `of`. */
export function list<const Item extends string>(
  of: Item,
  doc: string,
  more?: More,
): ListField<Item> {
  return { kind: "list", of, doc, ...more };
}

/** A mapping of any keys to text; its keys are part of the value and are not checked. */
export function table(doc: string): TableField {
  return { kind: "table", doc };
}
