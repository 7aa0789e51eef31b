export { chooseExtension, withArchitecture, withVersion } from "./choose";
export { compose, type Composed } from "./compose";
export { parsePreset, type PresetProblem } from "./parse-preset";
export type {
  Channel,
  ChosenExtension,
  ExtensionsValue,
  IdentityValue,
  NodeUser,
  OsUpdatesValue,
  OwnImage,
  Preset,
  RestValue,
  SectionId,
  TargetValue,
  UpdatesValue,
  UsersValue,
} from "./preset";
export type { Section, SectionGroup } from "./section";
export { secretsIn, withoutSecrets } from "./secrets";
export { sections } from "./sections";
export { emptyPreset, toStored, type StoredOptions } from "./stored";
