import type { Path } from "../path";
import type { YamlNode, YamlPair } from "../source/node";
import { commentLines } from "./comment";
import { inlineString, stringLines } from "./scalar";
import type {
  Tree,
  TreeItem,
  TreeMapping,
  TreeMember,
  TreePair,
  TreeScalar,
  TypedLines,
} from "./tree";

/** The field of a preset that asked for what stands at a path of the document. */
export interface Origin {
  readonly path: Path;
  readonly field: Path;
  /** For typed Butane: the path of the same value in the text that was typed. */
  readonly typed?: Path;
}

export interface Printed {
  readonly text: string;
  readonly origins: readonly Origin[];
}

export interface PrintOptions {
  /** Whether typed members keep their own lines; otherwise they are written anew from their values. Default true. */
  readonly typedLines?: boolean;
}

const step = "  ";

// Aliases of aliases grow without bound when they are written out; what is cut here is refused by whoever compares.
const mostTyped = 20_000;
const deepest = 200;

/** Writes a document: a blank line between its parts, two spaces a level, lists indented below their key. */
export function printDocument(
  root: TreeMapping,
  options: PrintOptions = {},
): Printed {
  const printer = new Printer(options.typedLines ?? true);
  const text = [...partsOf(root, printer)].join(betweenParts);
  return { text: `${text}\n`, origins: printer.origins };
}

/** Whether a document is written as exactly that text; looks no further than the first part that is not. */
export function printsAs(root: TreeMapping, text: string): boolean {
  let at = 0;
  for (const part of partsOf(root, new Printer(true))) {
    const next = at === 0 ? part : betweenParts + part;
    if (!text.startsWith(next, at)) return false;
    at += next.length;
  }
  return text.slice(at) === "\n";
}

const betweenParts = "\n\n";

function* partsOf(root: TreeMapping, printer: Printer): Generator<string> {
  let part: string[] | null = null;
  for (const pair of root.pairs) {
    const lines = trimBlank(printer.pair(pair, [], ""));
    // The header's two lines stand together.
    if (part && pair.key === "version") part.push(...lines);
    else {
      if (part) yield part.join("\n");
      part = lines;
    }
  }
  if (part) yield part.join("\n");
}

class Printer {
  readonly origins: Origin[] = [];
  private printed = 0;

  constructor(private readonly typedLines: boolean) {}

  pair(pair: TreePair, parent: Path, indent: string): string[] {
    const path = [...parent, pair.key];
    this.note(pair, path);
    if (pair.typed && this.typedLines)
      return shifted(pair.typed, indent.length);
    const value = this.value(pair.value, path, indent);
    return [
      ...commentLines(pair.comment, indent),
      ...attach(`${indent}${inlineString(pair.key)}:`, value),
    ];
  }

  private item(item: TreeItem, path: Path, indent: string): string[] {
    this.note(item, path);
    if (item.typed && this.typedLines)
      return shifted(item.typed, indent.length);
    const value = this.value(item.value, path, indent);
    return [
      ...commentLines(item.comment, indent),
      ...attachItem(indent, value),
    ];
  }

  private value(tree: Tree, path: Path, indent: string): Value {
    const inner = indent + step;
    switch (tree.kind) {
      case "scalar":
        return { inline: scalarLines(tree.value, tree.octal === true, inner) };
      case "typed":
        if (tree.line !== undefined && this.typedLines)
          return { inline: [tree.line] };
        return this.typed(tree.node, path, indent);
      case "mapping":
        if (tree.pairs.length === 0) return { inline: ["{}"] };
        return {
          below: tree.pairs.flatMap((pair) => this.pair(pair, path, inner)),
        };
      case "sequence":
        if (tree.items.length === 0) return { inline: ["[]"] };
        return {
          below: tree.items.flatMap((item, index) =>
            this.item(item, [...path, index], inner),
          ),
        };
    }
  }

  /** A typed value without its formatting: the same kinds, keys and scalars. */
  private typed(node: YamlNode, path: Path, indent: string): Value {
    if (this.printed++ > mostTyped || path.length > deepest)
      return { inline: [""] };
    switch (node.kind) {
      case "alias":
        return this.typed(node.target, path, indent);
      case "mapping":
        return this.value(
          { kind: "mapping", pairs: node.pairs.map(typedPair) },
          path,
          indent,
        );
      case "sequence":
        return this.value(
          {
            kind: "sequence",
            items: node.items.map((item) => ({ value: typedTree(item) })),
          },
          path,
          indent,
        );
      case "scalar":
        // Plain text keeps its readings: `yes` is true in one field and a word in another.
        return node.style === "plain" && !node.value.includes("\n")
          ? { inline: [node.value] }
          : { inline: scalarLines(node.value, false, indent + step) };
    }
  }

  private note({ origin, typedPath }: TreeMember, path: Path): void {
    if (!origin) return;
    this.origins.push({
      path,
      field: origin,
      ...(typedPath ? { typed: typedPath } : {}),
    });
  }
}

/** `inline` begins on the key's own line, `below` on the next. */
type Value =
  | { readonly inline: readonly string[] }
  | { readonly below: readonly string[] };

function attach(head: string, value: Value): string[] {
  if ("below" in value) return [head, ...value.below];
  const [first = "", ...rest] = value.inline;
  return [`${head} ${first}`, ...rest];
}

/** A mapping's first pair stands on the dash's line, unless a comment is above it. */
function attachItem(indent: string, value: Value): string[] {
  if ("inline" in value) return attach(`${indent}-`, value);
  const [first = "", ...rest] = value.below;
  const bare = first.trimStart();
  if (bare.startsWith("#") || bare === "")
    return [`${indent}-`, ...value.below];
  return [`${indent}- ${bare}`, ...rest];
}

function scalarLines(
  value: TreeScalar["value"],
  octal: boolean,
  indent: string,
): string[] {
  if (typeof value === "number" && octal)
    return [`0${value.toString(8).padStart(3, "0")}`];
  if (typeof value !== "string") return [String(value)];
  // The header of a block counts its indentation from the parent, and a step is two everywhere.
  return stringLines(value, step).map((line, index) =>
    index === 0 || line === "" ? line : indent.slice(step.length) + line,
  );
}

function shifted({ lines, column }: TypedLines, target: number): string[] {
  const by = target - column;
  if (by >= 0)
    return lines.map((line) => (line === "" ? "" : " ".repeat(by) + line));
  const surplus = new RegExp(`^ {0,${-by}}`);
  return lines.map((line) => line.replace(surplus, ""));
}

function typedPair({ key, value }: YamlPair): TreePair {
  return {
    key: key.kind === "scalar" ? key.value : "",
    value: typedTree(value),
  };
}

function typedTree(node: YamlNode): Tree {
  return { kind: "typed", node };
}

function trimBlank(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== "");
  return lines.slice(Math.max(0, first));
}
