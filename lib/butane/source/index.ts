export type { SourceDocument } from "./document";
export type {
  ScalarStyle,
  YamlAlias,
  YamlMapping,
  YamlNode,
  YamlPair,
  YamlScalar,
  YamlSequence,
} from "./node";
export { parse } from "./parse";
export { positionAt } from "./positions";
export { keyRangeOf, nodeAt, rangeOf } from "./range-of";
export {
  decodeBool,
  decodeInt,
  decodeMismatch,
  decodeString,
  isMergeKey,
  isNull,
  type ConcreteNode,
  type Decoded,
} from "./decode-scalar";
export { resolve, type Resolved } from "./resolve";
