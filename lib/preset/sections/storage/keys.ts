import {
  itemsAt,
  textAt,
  valueAt,
  type Path,
  type PlainValue,
} from "@/lib/butane";

/**
 * What a field is in Butane: `name` is written even where it is empty, so that what is missing is told at its place; `unless` is a
 * flag that Butane says the other way round; `words` is a list of texts.
 */
type KeyKind = "name" | "text" | "number" | "flag" | "unless" | "words";

/** A key of a Butane struct and the field that it is. */
export type Key<Item> = readonly [
  key: string,
  field: keyof Item & string,
  kind: KeyKind,
];

type Plain = Record<string, PlainValue>;

/** An item in Butane's keys; what is empty, zero or off is left out. */
export function toPlain<Item>(item: Item, keys: readonly Key<Item>[]): Plain {
  return Object.fromEntries(
    keys.flatMap(([key, field, kind]): [string, PlainValue][] => {
      const value = written(item[field], kind);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** The same the other way round; a value of another type reads as empty. */
export function fromPlain<Item>(
  plain: PlainValue,
  keys: readonly Key<Item>[],
): Item {
  return Object.fromEntries(
    keys.map(([key, field, kind]) => [field, shown(plain, key, kind)]),
  ) as Item;
}

/** Which field of the preset is behind each key that is written. */
export function fieldsOf<Item>(
  item: Item,
  keys: readonly Key<Item>[],
  at: Path,
  field: Path,
): { at: Path; field: Path }[] {
  return keys.flatMap(([key, name, kind]) => {
    const value = item[name];
    const whole = { at: [...at, key], field: [...field, name] };
    if (kind !== "words" || !Array.isArray(value)) return [whole];
    const words = value.flatMap((word, index) => (word === "" ? [] : [index]));
    return [
      whole,
      ...words.map((index, place) => ({
        at: [...at, key, place],
        field: [...field, name, index],
      })),
    ];
  });
}

function written(value: unknown, kind: KeyKind): PlainValue | undefined {
  switch (kind) {
    case "name":
      return value as string;
    case "text":
      return value === "" ? undefined : (value as string);
    case "number":
      return value === 0 ? undefined : (value as number);
    case "flag":
      return value ? true : undefined;
    case "unless":
      return value ? false : undefined;
    case "words": {
      const words = (value as readonly string[]).filter((one) => one !== "");
      return words.length > 0 ? words : undefined;
    }
  }
}

function shown(plain: PlainValue, key: string, kind: KeyKind): unknown {
  const value = valueAt(plain, key);
  switch (kind) {
    case "name":
    case "text":
      return textAt(plain, key) ?? "";
    case "number":
      return typeof value === "number" ? value : 0;
    case "flag":
      return value === true;
    case "unless":
      return value === false;
    case "words":
      return itemsAt(plain, key).filter((one) => typeof one === "string");
  }
}
