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
  checkEmbeddedIgnition,
  checkIgnitionText,
  ignitionSpec,
  ignitionSpecs,
  validateIgnition,
  type CheckedIgnition,
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
export {
  createDocument,
  emit,
  type ButaneDocument,
  type Contents,
  type DirectoryEntry,
  type Draft,
  type DropinEntry,
  type Emitted,
  type FileEntry,
  type GroupEntry,
  type Header,
  type LinkEntry,
  type Origin,
  type Owner,
  type Placing,
  type UnitEntry,
  type UserEntry,
} from "./emit";
export {
  parse,
  positionAt,
  rangeOf,
  type SourceDocument,
  type YamlNode,
} from "./source";
export {
  emitExtensions,
  hasUpdates,
  isPresent,
  paramsOf,
  type ChosenImage,
  type NodeExtensions,
} from "./sysext/emit";
export {
  emitCoordinator,
  emitSchedule,
  type UpdateSchedule,
} from "./sysext/updates";
export {
  categories,
  type Activation,
  type Architecture,
  type BuiltIn,
  type Category,
  type Coordinator,
  type Extension,
  type ExtensionKind,
  type ParamSpec,
  type ParamSpecs,
  type ParamValue,
  type ParamValues,
  type UpdatePolicy,
} from "./sysext/extension";
export type { Catalogue, Release } from "./sysext/catalogue";
export { extensionById, extensions } from "./sysext/extensions";
export {
  bakeryBase,
  bakeryImage,
  isImageName,
  ownImage,
  ownVersion,
} from "./sysext/names";
export {
  channelReleases,
  compareOsReleases,
  formatOsRelease,
  parseOsRelease,
  type OsRelease,
} from "./sysext/os-release";
export { compareVersions, trackOf } from "./sysext/version";
export * from "./sysext";
export { transpile } from "./transpile";
export { messages, sentenceFor, type Told } from "./messages";
export { formatReport } from "./format-report";
export { specs } from "./variants";
