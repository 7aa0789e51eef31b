/**
 * The tree that every later stage reads. Offsets are UTF-16 code units into the text, counted from 0;
 * lines and columns are computed from them only when someone looks (`positionAt`).
 *
 * Aliases and merge keys stand in the tree as they stand in the text: what they expand to, and what that may cost, is
 * decided when a value is decoded, and a problem below an alias is reported at the alias.
 */
export type YamlNode = YamlScalar | YamlSequence | YamlMapping | YamlAlias;

interface Placed {
  /** Offset where the node begins: its anchor or tag if it has one, else its content. */
  readonly start: number;
  /** Offset of the content, after anchor and tag. */
  readonly content: number;
  /** Offset after the last character of the node. */
  readonly end: number;
  /** The resolved tag in its short form: `!!str`, `!!int`, `!!map`, `!foo`; `!!alias` for an alias. */
  readonly tag: string;
}

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

export interface YamlScalar extends Placed {
  readonly kind: "scalar";
  /** The text after unescaping and folding, before any type is given to it. */
  readonly value: string;
  readonly style: ScalarStyle;
}

export interface YamlSequence extends Placed {
  readonly kind: "sequence";
  readonly items: readonly YamlNode[];
}

export interface YamlPair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

export interface YamlMapping extends Placed {
  readonly kind: "mapping";
  readonly pairs: readonly YamlPair[];
}

export interface YamlAlias extends Placed {
  readonly kind: "alias";
  /** The anchor's name, without `*`. */
  readonly name: string;
  /** The anchored node. It may be a collection that holds this alias: a walk must expect circles. */
  readonly target: YamlNode;
}
