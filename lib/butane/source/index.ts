export type { SourceDocument } from "./document";
export type { YamlAlias, YamlMapping, YamlNode, YamlSequence } from "./node";
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
