import { error, type Entry } from "../report";
import { parse } from "../source";
import type { Draft } from "./builder";
import { documentTree } from "./document-tree";
import { inReadingOrder } from "./key-order";
import { mergeRest, readRest, type Rest } from "./merge-rest";
import { printDocument, printsAs, type Origin } from "./print";
import { reads } from "./reads";
import { pairOf, type Tree, type TreeItem, type TreeMapping } from "./tree";

/** A document as text. */
export interface Emitted {
  readonly text: string;
  /** Which field asked for what stands at a path, outer paths before inner ones. */
  readonly origins: readonly Origin[];
  /** Why the typed Butane is not in the text, with its place in what was typed; empty when it is. */
  readonly restReport: readonly Entry[];
}

/**
 * Writes a document as the Butane YAML a careful person would write, and merges in Butane that was typed, line for line.
 *
 * Typed Butane that cannot be read, or contradicts the header, is left out and reported in `restReport`; the rest of the
 * document is written all the same.
 */
export function emit(draft: Draft, rest = ""): Emitted {
  const ours = printDocument(skeleton(draft));
  if (rest.trim() === "") return { ...ours, restReport: [] };
  const read = readRest(rest, draft.header);
  if (!read.ok) return { ...ours, restReport: [read.error] };
  // Only comments: there is nothing to place them at, and they stay in the field.
  if (!read.value) return { ...ours, restReport: [] };
  return (
    withRest(draft, read.value) ?? {
      ...ours,
      restReport: [error("rest-unplaceable", [])],
    }
  );
}

/** Whether `emit` writes a document without typed Butane as exactly that text; faster than writing it to compare. */
export function emitsAs(draft: Draft, text: string): boolean {
  return printsAs(skeleton(draft), text);
}

function withRest(draft: Draft, rest: Rest): Emitted | null {
  const root = skeleton(draft);
  const refused = mergeRest(root, rest);
  if (refused !== null) {
    const entry = error("rest-contradicts", [], { key: refused });
    return { ...printDocument(skeleton(draft)), restReport: [entry] };
  }
  arrange(root);
  // First as it was typed. Where lines that moved no longer mean the same (an alias that now stands before its anchor), from
  // the values, without the formatting.
  for (const typedLines of [true, false]) {
    const printed = printDocument(root, { typedLines });
    if (reads(parse(printed.text), root)) return { ...printed, restReport: [] };
  }
  return null;
}

/** The document's own part, copied so that merging leaves the draft as it was. */
function skeleton(draft: Draft): TreeMapping {
  return arrange(copy(documentTree(draft)) as TreeMapping);
}

/** Puts keys in the order people read them; what is not listed keeps its place at the end. */
function arrange(root: TreeMapping): TreeMapping {
  sortPairs(root, "Config");
  const systemd = pairOf(root, "systemd")?.value;
  const units = systemd?.kind === "mapping" && pairOf(systemd, "units")?.value;
  if (units && units.kind === "sequence")
    for (const { value, typed } of units.items)
      if (value.kind === "mapping" && !typed) sortPairs(value, "Unit");
  return root;
}

function sortPairs(tree: TreeMapping, struct: string): void {
  tree.pairs.splice(0, Infinity, ...inReadingOrder(struct, tree.pairs));
}

function copyItem(item: TreeItem): TreeItem {
  return { ...item, value: copy(item.value) };
}

function copy(tree: Tree): Tree {
  if (tree.kind === "mapping")
    return {
      kind: "mapping",
      pairs: tree.pairs.map((pair) => ({ ...pair, value: copy(pair.value) })),
    };
  if (tree.kind === "sequence")
    return { kind: "sequence", items: tree.items.map(copyItem) };
  return tree;
}
