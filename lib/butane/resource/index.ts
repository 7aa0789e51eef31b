export { decodeDataUrl } from "./data-url";
export { ContentsCache } from "./contents-cache";
export { encodeResource, type EncodedResource } from "./encode";
export { gunzip, isGzip } from "./gunzip";
export { sourceProblem } from "./source-url";
export { parseUrl } from "./url";
