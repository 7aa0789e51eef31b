import { commentLines } from "../emit/comment";
import {
  doubleQuoted,
  inlineString,
  isPlain,
  stringLines,
} from "../emit/scalar";
import type { Tree, TreeMember, TreeScalar } from "../emit/tree";
import type { ConcreteNode, YamlNode } from "../source";
import { concrete, membersOf } from "./members";

/** How a document indents. */
export interface Style {
  /** Columns that a mapping below a key is indented by. */
  readonly step: number;
  /** Columns that the dashes of a list below a key are indented by. */
  readonly dash: number;
}

/** A value as text: what stands behind its key or dash, and the lines below. */
export interface Written {
  readonly inline: string;
  readonly below: readonly string[];
}

/** Writes values in the style of a document; typed values are taken from its text. */
export class Writer {
  constructor(
    private readonly text: string,
    readonly style: Style,
  ) {}

  /** The lines of a key and its value, the comment above it included. */
  pair(key: string, member: TreeMember, column: number): string[] {
    const { inline, below } = this.value(member.value, column);
    const head = `${" ".repeat(column)}${inlineString(key)}:`;
    return [
      ...commentLines(member.comment, " ".repeat(column)),
      inline === "" ? head : `${head} ${inline}`,
      ...below,
    ];
  }

  /** The lines of an item; its content stands `gap` columns behind the dash. */
  item(member: TreeMember, column: number, gap = 2): string[] {
    const { inline, below } = this.itemValue(member.value, column, gap);
    return [
      ...commentLines(member.comment, " ".repeat(column)),
      `${" ".repeat(column)}-${inline === "" ? "" : " ".repeat(gap - 1) + inline}`,
      ...below,
    ];
  }

  /** The value of a key that stands at a column. */
  value(tree: Tree, column: number): Written {
    const node = tree.kind === "typed" ? concrete(tree.node) : undefined;
    const opened = node ? openTyped(node) : tree;
    if (opened?.kind === "mapping" && opened.pairs.length > 0)
      return below(
        opened.pairs.flatMap((pair) =>
          this.pair(pair.key, pair, column + this.style.step),
        ),
      );
    if (opened?.kind === "sequence" && opened.items.length > 0)
      return below(
        opened.items.flatMap((item) =>
          this.item(item, column + this.style.dash),
        ),
      );
    return this.leaf(tree, column, this.style.step);
  }

  /** The value of a dash that stands at a column. */
  itemValue(tree: Tree, column: number, gap: number): Written {
    const node = tree.kind === "typed" ? concrete(tree.node) : undefined;
    const opened = node ? openTyped(node) : tree;
    if (opened?.kind !== "mapping" || opened.pairs.length === 0)
      return opened?.kind === "sequence" && opened.items.length > 0
        ? below(opened.items.flatMap((item) => this.item(item, column + gap)))
        : this.leaf(tree, column, gap);
    const lines = opened.pairs.flatMap((pair) =>
      this.pair(pair.key, pair, column + gap),
    );
    const first = lines[0]!.slice(column + gap);
    return first.startsWith("#")
      ? below(lines)
      : { inline: first, below: lines.slice(1) };
  }

  /** A value in one line that can stand in brackets. */
  flow(tree: Tree): string {
    const node = tree.kind === "typed" ? concrete(tree.node) : undefined;
    const opened = node ? openTyped(node) : tree;
    if (opened?.kind === "mapping")
      return `{${opened.pairs
        .map(({ key, value }) => `${flowString(key)}: ${this.flow(value)}`)
        .join(", ")}}`;
    if (opened?.kind === "sequence")
      return `[${opened.items.map(({ value }) => this.flow(value)).join(", ")}]`;
    if (tree.kind === "scalar") return scalarText(tree, flowString);
    return this.typed(node!, flowString);
  }

  private leaf(tree: Tree, column: number, indent: number): Written {
    if (tree.kind === "typed") {
      const node = concrete(tree.node);
      if (isOwnText(node)) return this.string(node.value, column, indent);
      return { inline: this.typed(node, inlineString), below: [] };
    }
    if (tree.kind !== "scalar")
      return { inline: tree.kind === "mapping" ? "{}" : "[]", below: [] };
    if (typeof tree.value === "string")
      return this.string(tree.value, column, indent);
    return { inline: scalarText(tree, inlineString), below: [] };
  }

  private string(text: string, column: number, indent: number): Written {
    const [inline = "", ...lines] = stringLines(text, " ".repeat(indent));
    const shift = " ".repeat(column);
    return {
      inline,
      below: lines.map((line) => (line === "" ? "" : shift + line)),
    };
  }

  /** A typed scalar or empty collection as it was typed, where that is one line that fits. */
  private typed(node: ConcreteNode, plain: (text: string) => string): string {
    if (node.kind === "mapping") return "{}";
    if (node.kind === "sequence") return "[]";
    const { start, content, end, value, style } = node;
    const [tag = ""] = /![^\s]*/.exec(this.text.slice(start, content)) ?? [];
    const typed = this.text.slice(content, end);
    const fits =
      !/[\r\n\u0085\u2028\u2029]/.test(typed) &&
      (style === "single" || style === "double" || plain(value) === value);
    const kept = fits || (style === "plain" && node.tag !== "!!str");
    if (tag) return `${tag} ${kept ? typed : doubleQuoted(value)}`;
    if (node.tag === "!!null") return "null";
    return kept ? typed : doubleQuoted(value);
  }
}

/** A scalar of ours in one line. */
export function scalarText(
  { value, octal }: TreeScalar,
  string: (text: string) => string,
): string {
  if (typeof value === "string") return string(value);
  if (typeof value === "boolean" || !octal) return String(value);
  return `0${value.toString(8).padStart(3, "0")}`;
}

/** A string that can stand in brackets. */
export function flowString(text: string): string {
  return isPlain(text) && !/[,[\]{}]/.test(text) ? text : doubleQuoted(text);
}

/** The members of a typed collection; nothing for a scalar. */
function openTyped(node: ConcreteNode) {
  const typed = (one: YamlNode) => ({ kind: "typed", node: one }) as const;
  if (node.kind === "mapping")
    return {
      kind: "mapping",
      pairs: [...membersOf(node)].map(([key, { value }]) => ({
        key,
        value: typed(value),
      })),
    } as const;
  if (node.kind === "sequence")
    return {
      kind: "sequence",
      items: node.items.map((item) => ({ value: typed(item) })),
    } as const;
  return undefined;
}

/** Whether a scalar is text over several lines without a tag, which is written as a block. */
function isOwnText(
  node: ConcreteNode,
): node is Extract<ConcreteNode, { kind: "scalar" }> {
  return (
    node.kind === "scalar" && node.tag === "!!str" && node.value.includes("\n")
  );
}

function below(lines: readonly string[]): Written {
  return { inline: "", below: lines };
}
