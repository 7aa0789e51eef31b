export {
  chooseExtension,
  releasesOf,
  withArchitecture,
  withVersion,
} from "./choose";
export { emptyPreset } from "./defaults";
export { compose } from "./compose";
export { parsePreset } from "./parse-preset";
export type {
  Channel,
  ChosenExtension,
  NodeUser,
  OwnImage,
  Preset,
  SectionId,
} from "./preset";
export { read, type Reading } from "./read/read";
export { upgradesOf, type Upgrade } from "./read/upgrades";
export { secretsIn, withoutSecrets } from "./secrets";
export { settlePreset } from "./settle";
export { sections } from "./sections";
export { toStored } from "./stored";
