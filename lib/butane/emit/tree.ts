import type { YamlNode } from "../source/node";
import type { Path } from "../path";

/**
 * The document between its builder and its text: mappings and sequences whose members remember why they are there
 * and, for what a person typed, the very lines they typed.
 */
export type Tree = TreeScalar | TreeMapping | TreeSequence | TreeTyped;

export interface TreeScalar {
  readonly kind: "scalar";
  readonly value: string | number | bigint | boolean;
  /** Written with a leading zero in base 8: file modes. */
  readonly octal?: true;
}

export interface TreeMapping {
  readonly kind: "mapping";
  readonly pairs: TreePair[];
}

export interface TreeSequence {
  readonly kind: "sequence";
  readonly items: TreeItem[];
}

/** A value that somebody typed and that nothing was joined into. */
export interface TreeTyped {
  readonly kind: "typed";
  readonly node: YamlNode;
  /** Its text where that is one line and fits anywhere. */
  readonly line?: string;
}

/** What a pair and an item have in common. */
export interface TreeMember {
  value: Tree;
  comment?: string;
  origin?: Path;
  /** Where a typed member stands in the text it was typed in. */
  typedPath?: Path;
  /** The typed lines of the member, comments above it included; printed instead of `value`. */
  typed?: TypedLines;
}

export interface TreePair extends TreeMember {
  readonly key: string;
  /** The value before it was opened, for when nothing is joined into it after all. */
  whole?: Tree;
}

export type TreeItem = TreeMember;

/** The lines of a member in the text it was typed in. */
export interface TypedLines {
  readonly lines: readonly string[];
  /** Column of the key or dash, counted from 0. */
  readonly column: number;
  /** Index in `lines` of the line with the key or dash; what is above it are comments. */
  readonly own: number;
  /** The same line in the typed text, and the first line after the member, both counted from 0. */
  readonly head: number;
  readonly end: number;
}

/** A mapping of the given values; absent ones are left out. */
export function mapping(
  values: Readonly<Record<string, Tree | undefined>>,
): TreeMapping {
  const pairs: TreePair[] = [];
  for (const [key, value] of Object.entries(values))
    if (value) pairs.push({ key, value });
  return { kind: "mapping", pairs };
}

/** A sequence of the given values, in their order; none of them has a reason or an origin. */
export function sequence(values: readonly Tree[]): TreeSequence {
  return { kind: "sequence", items: values.map((value) => ({ value })) };
}

/** A single value, a number in base 10; how a text is quoted is for the printer to say. */
export function scalar(value: string | number | bigint | boolean): TreeScalar {
  return { kind: "scalar", value };
}

/** The value under a key of a mapping. */
export function pairOf(tree: TreeMapping, key: string): TreePair | undefined {
  return tree.pairs.find((pair) => pair.key === key);
}
