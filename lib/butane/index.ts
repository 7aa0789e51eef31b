export { formatPath, samePath, startsWith, type Path } from "./path";
export {
  error,
  info,
  isFatal,
  warning,
  type Entry,
  type Kind,
  type Position,
  type Range,
  type Report,
} from "./report";
export {
  isFailure,
  type FileFailure,
  type FileInfo,
  type FileSource,
} from "./file-source";
export type { Mapping, SourceMap } from "./translate/source-map";
export type { Stage, Transpiled, TranspileOptions } from "./transpiled";
export {
  ignitionSpec,
  ignitionSpecs,
  validateIgnition,
  type IgnitionConfig,
  type IgnitionSpec,
  type IgnitionStruct,
  type IgnitionVersion,
} from "./ignition";
export {
  decodeDataUrl,
  encodeResource,
  parseUrl,
  type EncodedResource,
} from "./resource";
export {
  escapeName,
  escapePath,
  hasInstallSection,
  parseUnit,
  unescapePath,
  unitTypes,
  type ParsedUnit,
  type UnitOption,
  type UnitProblem,
} from "./units";
