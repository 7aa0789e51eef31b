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
  ContentsCache,
  decodeDataUrl,
  encodeResource,
  gunzip,
  isGzip,
  parseUrl,
  type EncodedResource,
} from "./resource";
export {
  escapeName,
  escapePath,
  hasInstallSection,
  isTimeSpan,
  limitFault,
  lintUnit,
  parseUnit,
  unescapePath,
  unitTypes,
  type ParsedUnit,
  type UnitFault,
  type UnitOption,
  type UnitProblem,
  type UnitRole,
} from "./units";
export {
  createDocument,
  emit,
  emitsAs,
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
  ignitionToButane,
  type FromIgnition,
  type FromIgnitionOptions,
} from "./from-ignition";
export type { ListName, PlainValue } from "./emit/plain";
export { printPlain } from "./emit/print-plain";
export {
  locate,
  missingFrom,
  openDocument,
  openScalars,
  patch,
  type DocumentEntry,
  type Missing,
  type OpenDocument,
  type OpenScalars,
  type Patched,
} from "./edit";
export * from "./sysext";
export { transpile } from "./transpile";
export { messages, sentenceFor, type Told } from "./messages";
export { formatReport } from "./format-report";
export { specs } from "./variants";
export type { Spec } from "./variants/spec";
export { jsonSchemaOf, type JsonSchema } from "./struct/json-schema";
export { completeAt } from "./assist/complete";
export { textFixFor, type TextFix } from "./assist/fixes";
export { formatText } from "./assist/format";
export { helpAt, type Help } from "./assist/help";
export { knownOf, type Known } from "./assist/known";
export { outlineOf } from "./assist/outline";
export { pathAt } from "./assist/path-at";
export type { Suggestion } from "./assist/suggestion";
export { applyEdits, type TextEdit } from "./assist/text-edit";
