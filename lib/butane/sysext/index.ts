export { type Catalogue, type Release } from "./catalogue";
export {
  emitExtensions,
  hasUpdates,
  isPresent,
  paramsOf,
  type ChosenImage,
  type NodeExtensions,
} from "./emit";
export {
  categories,
  type Activation,
  type Architecture,
  type BuiltIn,
  type Category,
  type Coordinator,
  type Extension,
  type ExtensionContext,
  type ExtensionKind,
  type ExtensionUnit,
  type ParamSpec,
  type ParamSpecs,
  type ParamValue,
  type ParamValues,
  type UpdatePolicy,
} from "./extension";
export { extensionById, extensions } from "./extensions";
export {
  bakeryBase,
  bakeryImage,
  isImageName,
  ownImage,
  ownVersion,
  type ImageFile,
  type OwnImageSource,
} from "./names";
export {
  channelReleases,
  compareOsReleases,
  formatOsRelease,
  parseOsRelease,
  type OsRelease,
} from "./os-release";
export {
  brokenConflicts,
  brokenRules,
  missingParams,
  unmetRequirements,
  type NodeChoice,
  type RuleBreak,
  type RuleFix,
} from "./rules";
export { searchExtensions, type SearchFilter } from "./search";
export { emitCoordinator, emitSchedule, type UpdateSchedule } from "./updates";
export {
  compareVersions,
  groupByMinor,
  matchPattern,
  trackOf,
  type VersionGroup,
} from "./version";
