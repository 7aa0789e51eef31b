/**
 * The tree that every later stage reads. Offsets are UTF-16 code units into the text, counted from 0;
 * lines and columns are computed from them only when someone looks (`positionAt`).
 */
export type YamlNode = YamlScalar | YamlSequence | YamlMapping;

interface Placed {
  /** Offset of the first character of the node's content (after tag and anchor). */
  readonly start: number;
  /** Offset after the last character of the node. */
  readonly end: number;
  /** The resolved tag in its short form: `!!str`, `!!int`, `!!map`, `!foo`. */
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
