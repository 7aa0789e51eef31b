import type { ScalarStyle } from "./node";

export type TokenKind =
  | "stream-start"
  | "stream-end"
  | "version"
  | "tag-directive"
  | "document-start"
  | "document-end"
  | "block-sequence"
  | "block-mapping"
  | "block-end"
  | "flow-sequence"
  | "flow-sequence-end"
  | "flow-mapping"
  | "flow-mapping-end"
  | "flow-entry"
  | "entry"
  | "key"
  | "value"
  | "alias"
  | "anchor"
  | "tag"
  | "scalar";

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** A scalar's value, the name of an anchor or alias, a tag's handle, the version of a directive. */
  readonly value: string;
  /** What follows a tag's handle, or the prefix that a directive gives it. */
  readonly suffix: string;
  readonly style: ScalarStyle;
}

/** A token from the offset `start` up to, and without, the one at `end`; both count UTF-16 code units. */
export function token(
  kind: TokenKind,
  start: number,
  end: number,
  value = "",
  suffix = "",
  style: ScalarStyle = "plain",
): Token {
  return { kind, start, end, value, suffix, style };
}
