import {
  openDocument,
  parse,
  type Path,
  type SourceDocument,
  type YamlNode,
} from "@/lib/butane";
import type { Composed } from "@/lib/preset/compose";
import { valueAt } from "@/lib/set-at";

/** A value of the composed document with its path; typed Butane may have put anything there. */
export interface Found {
  readonly value: unknown;
  readonly at: Path;
}

const read = new WeakMap<Composed, unknown>();

/** A text as the parser reads it. The stages of one run look at the same text, and the last ones are remembered. */
export function sourceOf(text: string): SourceDocument {
  const opened = openDocument(text);
  return opened.ok ? opened.value.source : parse(text);
}

/** The composed document as plain data, typed Butane included, even where it does not transpile. */
export function documentOf(composed: Composed): unknown {
  if (!read.has(composed))
    read.set(composed, plain(sourceOf(composed.text).root, 0));
  return read.get(composed);
}

/** For who knows what a text reads as without reading it. */
export function rememberDocument(composed: Composed, document: unknown): void {
  read.set(composed, document);
}

/** The entries of a list such as `["storage", "files"]`. */
export function entriesOf(composed: Composed, list: Path): Found[] {
  const value = valueAt(documentOf(composed), list);
  return Array.isArray(value)
    ? value.map((entry, index) => ({ value: entry, at: [...list, index] }))
    : [];
}

/** The text below a value; empty where there is none. */
export function textAt(value: unknown, ...path: Path): string {
  const text = valueAt(value, path);
  return typeof text === "string" ? text : "";
}

// Scalars stay text: a check compares words, and what they are in Butane is decided by the spec.
function plain(node: YamlNode | null, depth: number): unknown {
  // Deeper than any spec goes; an alias may even contain itself.
  if (!node || depth > 16) return undefined;
  switch (node.kind) {
    case "scalar":
      return node.tag === "!!null" ? undefined : node.value;
    case "alias":
      return plain(node.target, depth + 1);
    case "sequence":
      return node.items.map((item) => plain(item, depth + 1));
    case "mapping":
      return Object.fromEntries(
        node.pairs.map(({ key, value }) => [
          key.kind === "scalar" ? key.value : "",
          plain(value, depth + 1),
        ]),
      );
  }
}
