export { behindOf, type Behind } from "./behind";
export { type Catalogue, type Release } from "./catalogue";
export { readBakeryIndex, type BakeryIndex } from "./bakery-index";
export { readChecksums, type Checksum, type Checksums } from "./checksums";
export { dayTwo, type DayTwoId, type DayTwoPart } from "./day-two";
export { emitExtensions, hasUpdates } from "./emit";
export { architectureOf, coordinatorOf } from "./read/node-facts";
export { readExtensions, type FoundExtensions } from "./read/read-extensions";
export type { PriorExtensions } from "./read/reading";
export { choicesOf, withChoice, type ImageChoices } from "./image-choices";
export { publishedRule } from "./published-rule";
export type { Keyring } from "./keyring";
export { restartedUnits, updatedImage } from "./emit-image";
export { secretEntries, type SecretEntry } from "./read/secret-entries";
export { officialOffIn } from "./read/official";
export { inCurrentWay, rewritten } from "./rewrite";
export { draftEntries, listNames, type DraftEntry } from "./read/draft-entries";
export { iniValue, iniValues, itemsAt, textAt, valueAt } from "./plain-values";
export type { Written, WrittenEntry } from "./written";
export {
  bakeryOf,
  isPresent,
  paramsOf,
  type ChosenImage,
  type NodeExtensions,
} from "./node";
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
  hasFeature,
  osFeatures,
  systemdOf,
  type OsFeature,
  type OsFeatureId,
} from "./os-features";
export { takesMinorSteps } from "./minor-steps";
export {
  minorUpgrade,
  upgradeGuide,
  upgradeTargets,
  whyNoUpgrade,
  type MinorUpgrade,
  type UpgradeHop,
} from "./minor-upgrade";
export type { UpgradeBlock, UpgradePart } from "./minor-upgrade-parts";
export { onRelease } from "./on-release";
export { verifyCommands, type VerifyCommand } from "./verify";
export { brokenRules, type RuleBreak, type RuleFix } from "./rule-breaks";
export {
  brokenConflicts,
  missingParams,
  unmetRequirements,
  type NodeChoice,
} from "./rules";
export { searchExtensions, type SearchFilter } from "./search";
export { settingsByName } from "./settings-by-name";
export { oneLine, putWantsLink, unitText, wholeLines } from "./unit-text";
export { emitCoordinator, emitSchedule, type UpdateSchedule } from "./updates";
export {
  compareVersions,
  groupByMinor,
  isReadVersion,
  matchPattern,
  seriesOf,
  trackOf,
  versionInSeries,
  type VersionGroup,
} from "./version";
