import type { Tree } from "../emit/tree";
import type { YamlNode } from "../source";
import type { Shape } from "../struct/shape";
import {
  treeAfter,
  type Change,
  type MappingChange,
  type SequenceChange,
} from "./change";
import { isFlow, placesOf, type Collection, type Place } from "./layout";
import { config } from "./lists";
import { nameOf } from "./members";
import { gapOf, spliceBlockMapping, spliceBlockSequence } from "./splice-block";
import { spliceFlow } from "./splice-flow";
import { spliceScalar } from "./splice-scalar";
import { NoSplice, type Splices } from "./splices";
import type { Writer } from "./writer";

/** Where a value stands: below a key or dash in a block, or in brackets. */
type Holder =
  | { readonly flow: true }
  | { readonly flow: false; readonly place: Place; readonly gap?: number };

/** Makes a change by replacing pieces of the text, as few as the change takes. */
export class Splicer {
  constructor(
    private readonly splices: Splices,
    private readonly writer: Writer,
  ) {}

  document(root: YamlNode, change: Change): string {
    if (change.kind === "mapping" || change.kind === "sequence")
      this.collection(root, change, false, config);
    else if (change.kind === "write") this.whole(root, change.value);
    return this.splices.apply();
  }

  private whole(root: YamlNode, tree: Tree): void {
    const { lines } = this.splices;
    if (tree.kind !== "mapping" || lines.column(root.start) !== 0)
      throw new NoSplice();
    const text = tree.pairs
      .flatMap((pair) => this.writer.pair(pair.key, pair, 0))
      .join(lines.newline);
    this.splices.replace(root.start, root.end, text);
  }

  private value(
    node: YamlNode,
    change: Change,
    holder: Holder,
    shape: Shape | undefined,
  ): void {
    if (change.kind === "write") this.write(node, change.value, holder);
    else if (change.kind === "remove") return;
    // Brackets with nothing in them are no style to follow.
    else if (!holder.flow && isEmpty(node))
      this.writeBlock(node, treeAfter(node, change), holder);
    else this.collection(node, change, holder.flow, shape);
  }

  private collection(
    node: YamlNode,
    change: MappingChange | SequenceChange,
    inFlow: boolean,
    shape: Shape | undefined,
  ): void {
    if (node.kind !== "mapping" && node.kind !== "sequence")
      throw new NoSplice();
    const { splices, writer } = this;
    const { lines } = splices;
    const places =
      inFlow || isFlow(lines.text, node) ? undefined : placesOf(lines, node);
    // What is inside comes first: where both add lines in one place, it has to stand before what comes behind it.
    this.children(node, change, places, shape);
    if (!places) spliceFlow(splices, node, change, writer);
    else if (node.kind === "mapping" && change.kind === "mapping")
      spliceBlockMapping(splices, node, change, places, writer, shape?.name);
    else if (node.kind === "sequence" && change.kind === "sequence")
      spliceBlockSequence(splices, node, change, places, writer);
  }

  private children(
    node: Collection,
    change: MappingChange | SequenceChange,
    places: readonly Place[] | undefined,
    shape: Shape | undefined,
  ): void {
    const holder = (index: number, gap?: number): Holder => {
      const place = places?.[index];
      return place
        ? { flow: false, place, ...(gap ? { gap } : {}) }
        : { flow: true };
    };
    if (node.kind === "mapping" && change.kind === "mapping")
      for (const [index, { key, value }] of node.pairs.entries()) {
        const inner = change.pairs.get(node.pairs[index]!);
        const field = shape?.fields.get(nameOf(key));
        if (inner) this.value(value, inner, holder(index), field?.shape);
      }
    if (node.kind === "sequence" && change.kind === "sequence") {
      const gap = places && gapOf(this.splices, node, places);
      for (const [index, inner] of change.items)
        this.value(node.items[index]!, inner, holder(index, gap), shape);
    }
  }

  private write(node: YamlNode, tree: Tree, holder: Holder): void {
    if (node.kind === "scalar" && tree.kind === "scalar") {
      const { style } = this.writer;
      return spliceScalar(this.splices, node, tree, {
        flow: holder.flow,
        column: holder.flow ? 0 : holder.place.column,
        indent: holder.flow ? 0 : (holder.gap ?? style.step),
      });
    }
    if (holder.flow) this.writeFlow(node, tree);
    else this.writeBlock(node, tree, holder);
  }

  private writeFlow(node: YamlNode, tree: Tree): void {
    const { start, end } = node;
    const { text } = this.splices.lines;
    const before = text.slice(0, start).trimEnd().at(-1);
    const gap = start === end ? (before === ":" ? " " : ": ") : "";
    this.splices.replace(start, end, gap + this.writer.flow(tree));
  }

  /** Writes a value anew behind its key or dash. */
  private writeBlock(
    node: YamlNode,
    tree: Tree,
    { place, gap }: Extract<Holder, { flow: false }>,
  ): void {
    const { splices, writer } = this;
    const { lines } = splices;
    const { inline, below } =
      gap === undefined
        ? writer.value(tree, place.column)
        : writer.itemValue(tree, place.column, gap);
    const mark = this.markEnd(node, place, gap !== undefined);
    const line = lines.lineAt(node.start);
    const isBlock =
      lines.text.slice(node.content, node.end).match(/^[|>]/) !== null ||
      ((node.kind === "mapping" || node.kind === "sequence") &&
        !isFlow(lines.text, node));
    const value = inline === "" ? "" : ` ${inline}`;
    if (isBlock || line !== lines.lineAt(mark)) {
      const last = lines.lineAt(Math.max(mark, node.end - 1));
      const text = [value, ...below].join(lines.newline);
      return splices.replace(mark, lines.end(last), text);
    }
    const rest = lines.text.slice(node.end, lines.end(lines.lineAt(node.end)));
    // What stands behind the old value, a comment, stays behind the key.
    splices.replace(
      mark,
      node.end + (/^[ \t]*$/.exec(rest)?.[0].length ?? 0),
      value,
    );
    splices.insertLines(lines.lineAt(node.end) + 1, below);
  }

  /** The offset behind the colon or dash that a value stands behind. */
  private markEnd(node: YamlNode, place: Place, isItem: boolean): number {
    if (isItem) return place.head + 1;
    const { text } = this.splices.lines;
    const before = text.slice(place.head, node.start);
    const colon = before.search(/:\s*(?:#[^\r\n]*\s*)*$/);
    if (colon < 0 || text[place.head] === "?") throw new NoSplice();
    return place.head + colon + 1;
  }
}

function isEmpty(node: YamlNode): boolean {
  if (node.kind === "mapping") return node.pairs.length === 0;
  return node.kind === "sequence" && node.items.length === 0;
}
