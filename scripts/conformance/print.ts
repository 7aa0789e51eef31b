import type { Random } from "./random";
import { Alias, Mapping, type Tree } from "./tree";

/** Writes a tree as YAML, in one of the many ways there are for every part of it. */
export function print(root: Mapping, random: Random): string {
  return new Printer(random).lines(root, "").join("\n") + "\n";
}

class Printer {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** The fields of a mapping, each at this indent. */
  lines(mapping: Mapping, indent: string): string[] {
    const fields = [...mapping.fields].map(
      ([key, value]) => `${indent}${keyOf(key)}:${this.#after(value, indent)}`,
    );
    const merge = mergeOf(mapping);
    if (!merge) return fields;
    return this.#random.chance(0.5)
      ? [indent + merge, ...fields]
      : [...fields, indent + merge];
  }

  /** What follows a colon or a dash that stands at this indent. */
  #after(value: Tree, indent: string): string {
    if (Array.isArray(value)) return this.#list(value, indent);
    if (value instanceof Mapping) return this.#mapping(value, indent);
    if (typeof value === "string") return this.#text(value, indent);
    return ` ${this.#word(value)}`.trimEnd();
  }

  #list(items: readonly Tree[], indent: string): string {
    if (items.length === 0 || this.#random.chance(0.1)) {
      return ` ${this.#flow([...items])}`;
    }
    const inner = this.#random.chance(0.5) ? indent : `${indent}  `;
    const lines = items.map((item) => `${inner}-${this.#item(item, inner)}`);
    return `\n${lines.join("\n")}`;
  }

  #item(item: Tree, indent: string): string {
    const compact =
      item instanceof Mapping && item.fields.size > 0 && !item.anchor;
    if (!compact || this.#random.chance(0.1)) return this.#after(item, indent);
    return ` ${this.lines(item, `${indent}  `).join("\n").trimStart()}`;
  }

  #mapping(mapping: Mapping, indent: string): string {
    const anchor = mapping.anchor ? ` &${mapping.anchor}` : "";
    const isEmpty = mapping.fields.size + mapping.merges.length === 0;
    if (isEmpty || this.#random.chance(0.08)) return ` ${this.#flow(mapping)}`;
    return `${anchor}\n${this.lines(mapping, `${indent}  `).join("\n")}`;
  }

  #text(text: string, indent: string): string {
    const random = this.#random;
    if (isPlain(text) && random.chance(0.7)) return ` ${text}`;
    if (isBlock(text) && random.chance(0.6)) {
      const lines = text.replace(/\n$/, "").split("\n");
      const block = lines.map((line) => line && `${indent}  ${line}`);
      return ` ${random.pick(["|", "|", "|-", ">"])}\n${block.join("\n")}`;
    }
    const isOneLine = !/[\n\t\u2028]/.test(text) && isPrintable(text);
    if (isOneLine && random.chance(0.3)) {
      return ` '${text.replaceAll("'", "''")}'`;
    }
    return ` ${quoted(text)}`;
  }

  #flow(value: Tree): string {
    if (Array.isArray(value)) {
      return `[${value.map((item) => this.#flow(item)).join(", ")}]`;
    }
    if (value instanceof Mapping) {
      const merge = mergeOf(value);
      const fields = [...value.fields].map(
        ([key, one]) => `${keyOf(key)}: ${this.#flow(one)}`,
      );
      const anchor = value.anchor ? `&${value.anchor} ` : "";
      return `${anchor}{${[...fields, ...(merge ? [merge] : [])].join(", ")}}`;
    }
    if (typeof value === "string") return quoted(value);
    return value === null ? "null" : this.#word(value);
  }

  #word(value: null | boolean | number | Alias): string {
    const random = this.#random;
    if (value instanceof Alias) return `*${value.name} `;
    if (value === null) return random.pick(["null", "~", "", "null"]);
    if (typeof value === "boolean") {
      if (random.chance(0.8)) return String(value);
      const others = ["yes on True y", "no off FALSE n"];
      return random.pick(others[value ? 0 : 1]!.split(" "));
    }
    const isPositive = Number.isInteger(value) && value > 0;
    if (!isPositive || random.chance(0.5)) return String(value);
    const octal = value.toString(8);
    const hex = `0x${value.toString(16)}`;
    return random.pick([`0${octal}`, `0o${octal}`, hex, `${value}.0`]);
  }
}

function mergeOf({ merges }: Mapping): string | undefined {
  const aliases = merges.map((name) => `*${name}`);
  if (aliases.length === 0) return undefined;
  // A blank, so that what follows in a flow mapping is no part of the name.
  return `<<: ${aliases.length === 1 ? `${aliases[0]} ` : `[${aliases.join(", ")}]`}`;
}

function keyOf(key: string): string {
  return /^[a-z0-9_]+$/i.test(key) || key === "~" || key === "<<x"
    ? key
    : quoted(key);
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\L");
}

function isPlain(text: string): boolean {
  return /^[A-Za-z/][A-Za-z0-9/._:,-]*[A-Za-z0-9/]$/.test(text);
}

function isPrintable(text: string): boolean {
  return [...text].every((one) => one >= " ");
}

function isBlock(text: string): boolean {
  const lines = text.replace(/\n$/, "").split("\n");
  return (
    text.endsWith("\n") &&
    !text.endsWith("\n\n") &&
    !/^\s/.test(text) &&
    lines.every(isPrintable)
  );
}
