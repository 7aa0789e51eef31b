import type { YamlNode } from "./node";
import { SyntaxProblem } from "./syntax-problem";
import type { Token, TokenKind } from "./token";
import type { OpenMapping, OpenSequence } from "./tree";

/** A collection that is being read; `start` is where it begins. */
export type Frame = ListFrame | BlockMapFrame | FlowListFrame | FlowMapFrame;

/** A list of lines with dashes. A `plain-list` stands no deeper than the key that it is the value of. */
export interface ListFrame {
  readonly form: "block-list" | "plain-list";
  readonly node: OpenSequence;
}

interface MapFrame {
  readonly node: OpenMapping;
  /** The key that waits for its value. */
  key: YamlNode | null;
}

export interface BlockMapFrame extends MapFrame {
  readonly form: "block-map";
}

export interface FlowListFrame {
  readonly form: "flow-list";
  readonly node: OpenSequence;
  first: boolean;
}

/** `{…}`, or a `pair`: the mapping with one key that `[a: b]` holds. */
export interface FlowMapFrame extends MapFrame {
  readonly form: "flow-map" | "pair";
  first: boolean;
  /** Whether the key stands alone, as in `{a}`. */
  bare: boolean;
}

/** What may stand in a place: a list without indentation only as the value of a key. */
export type Place = "block" | "value" | "flow";

/** What reading a collection needs of the whole. */
export interface Reading {
  peek(): Token;
  /** Takes the token that stands there and answers the next. */
  skip(): Token;
  take(): void;
  /** Reads the node that stands there; a collection is opened and becomes the next to be read on. */
  node(place: Place): void;
  /** A value that is left out at this offset. */
  empty(at: number): void;
  openPair(start: number): void;
  /** The innermost collection is complete, with this token as its last where it has one. */
  close(last?: Token): void;
}

/** Kinds of tokens to ask for together, such as those that end a collection. */
export function kinds(...list: TokenKind[]): ReadonlySet<TokenKind> {
  return new Set(list);
}

/** A token that has no place here. Tokens of no length stand for what follows them on the line. */
export function misplaced(token: Token, reason: string): SyntaxProblem {
  const end = token.end > token.start ? token.end : Infinity;
  return new SyntaxProblem(token.start, end, reason);
}
