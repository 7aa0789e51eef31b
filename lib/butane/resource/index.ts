export { decodeDataUrl, isDataUrl } from "./data-url";
export {
  encodeResource,
  type EncodedResource,
  type EncodeOptions,
} from "./encode";
export { sourceProblem, type SourceProblem } from "./source-url";
export { parseUrl, type ParsedUrl } from "./url";
