import type { Path } from "../path";
import type { Origin } from "../translate/source-map";
import { groupOf, keyOf, mayRepeat, type Plain } from "./identity";
import type { Field, List, Scalar, Struct } from "./struct";

export interface Merged {
  readonly config: Plain;
  /** Where every value came from that is not empty, by its path in the merged config, joined by dots. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/**
 * Merges two configs by Ignition's rules: what the child says wins, lists join their entries by what tells them apart,
 * the parent's come first.
 */
export function mergeConfigs(
  struct: Struct,
  parent: Plain,
  child: Plain,
): Merged {
  const merge = new Merge();
  const root = { parent: [], child: [], to: [] };
  const config = merge.struct(struct, parent, child, root);
  return { config, origins: merge.origins };
}

interface Places {
  readonly parent: Path;
  readonly child: Path;
  readonly to: Path;
}

type Side = Origin["side"];
type Type = Struct | Scalar | List;

class Merge {
  readonly origins = new Map<string, Origin>();

  struct(struct: Struct, parent: Plain, child: Plain, at: Places): Plain {
    const result: Record<string, unknown> = {};
    const others = childKeys(struct, child);
    for (const field of struct.fields) {
      const values = [parent[field.key], child[field.key]] as const;
      const inner = below(at, field.key);
      const value =
        field.type.kind === "list"
          ? this.#list(struct, field, values, inner, others)
          : this.#value(field, values, inner);
      if (value !== undefined) result[field.key] = value;
    }
    return result;
  }

  #value(
    { type, pointer }: Field,
    [parent, child]: readonly [unknown, unknown],
    at: Places,
  ): unknown {
    const isMissing = (value: unknown) =>
      pointer ? value === undefined : isZero(value, type);
    if (type.kind !== "struct") {
      const side = pointer && isMissing(child) ? "parent" : "child";
      const value = side === "child" ? child : parent;
      return this.#take(side, value, type, at, pointer);
    }
    if (isMissing(child)) return this.#take("parent", parent, type, at);
    if (isMissing(parent)) return this.#take("child", child, type, at);
    const both = this.struct(type, parent as Plain, child as Plain, at);
    this.#note("parent", at);
    this.#note("child", at);
    return both;
  }

  #list(
    struct: Struct,
    { key, type }: Field,
    values: readonly [unknown, unknown],
    at: Places,
    others: ReadonlyMap<string, Place>,
  ): unknown[] | undefined {
    const of = (type as List).of;
    const [parents, children] = values.map((list) => list ?? []) as [
      readonly unknown[],
      readonly unknown[],
    ];
    if (parents.length + children.length === 0) return undefined;
    const told = !mayRepeat(struct.name, key);
    const group = groupOf(struct.name, key);
    const items: unknown[] = [];
    const placesOf = (parent: number, child: number): Places => ({
      parent: [...at.parent, parent],
      child: [...at.child, child],
      to: [...at.to, items.length],
    });
    const from = { parent: false, child: false };

    for (const [index, item] of parents.entries()) {
      const twin = told && others.get(`${group} ${keyOf(of.name, item)}`);
      const places = placesOf(index, twin ? twin.index : 0);
      if (!twin) {
        items.push(this.#take("parent", item, of, places));
        from.parent = true;
      } else if (twin.list === key) {
        items.push(this.#twins(of, item, children[twin.index], places));
        from.parent = from.child = true;
      }
      // Else the path is of another kind in the child, which has it.
    }
    const taken = new Set(parents.map((item) => keyOf(of.name, item)));
    for (const [index, item] of children.entries()) {
      if (told && taken.has(keyOf(of.name, item))) continue;
      items.push(this.#take("child", item, of, placesOf(0, index)));
      from.child = true;
    }
    if (from.parent) this.#note("parent", at);
    if (from.child) this.#note("child", at);
    return items;
  }

  #twins(of: Type, parent: unknown, child: unknown, at: Places): unknown {
    if (of.kind !== "struct") return this.#take("child", child, of, at);
    const both = this.struct(of, parent as Plain, child as Plain, at);
    this.#note("parent", at);
    this.#note("child", at);
    return both;
  }

  /** Takes a value whole from one side, and notes the origin of all in it. */
  #take(
    side: Side,
    value: unknown,
    type: Type,
    at: Places,
    pointer = false,
  ): unknown {
    this.#noteAll(side, value, type, at, pointer);
    return value;
  }

  #noteAll(
    side: Side,
    value: unknown,
    type: Type,
    at: Places,
    pointer: boolean,
  ): boolean {
    if (value === undefined) return false;
    let isNoted: boolean;
    if (type.kind === "struct") {
      isNoted = type.fields
        .map((field) =>
          this.#noteAll(
            side,
            (value as Plain)[field.key],
            field.type,
            below(at, field.key),
            field.pointer,
          ),
        )
        .includes(true);
    } else if (type.kind === "list") {
      isNoted = (value as readonly unknown[])
        .map((item, index) =>
          this.#noteAll(side, item, type.of, below(at, index), false),
        )
        .includes(true);
    } else {
      isNoted = pointer || !isZero(value, type);
    }
    if (isNoted) this.#note(side, at);
    return isNoted;
  }

  /** A note about the child comes later and wins. */
  #note(side: Side, at: Places): void {
    this.origins.set(at.to.join("."), { side, from: at[side], to: at.to });
  }
}

interface Place {
  readonly list: string;
  readonly index: number;
}

/** Where the child has which entries. The last of several with one key counts. */
function childKeys(struct: Struct, child: Plain): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { key, type } of struct.fields) {
    const list = child[key] as readonly unknown[] | undefined;
    if (type.kind !== "list" || !list || mayRepeat(struct.name, key)) continue;
    const group = groupOf(struct.name, key);
    for (const [index, item] of list.entries()) {
      places.set(`${group} ${keyOf(type.of.name, item)}`, { list: key, index });
    }
  }
  return places;
}

function below(at: Places, key: string | number): Places {
  return {
    parent: [...at.parent, key],
    child: [...at.child, key],
    to: [...at.to, key],
  };
}

/** Go's zero value: a list and a pointer count as soon as they are there, a struct when anything in it does. */
function isZero(value: unknown, type: Type): boolean {
  if (value === undefined) return true;
  if (type.kind === "list") return false;
  if (type.kind !== "struct") return !value;
  return type.fields.every((field) => {
    const inner = (value as Plain)[field.key];
    return field.pointer ? inner === undefined : isZero(inner, field.type);
  });
}
