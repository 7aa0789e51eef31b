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
export { read } from "./read/read";
export { secretsIn, withoutSecrets } from "./secrets";
export { sections } from "./sections";
export { toStored } from "./stored";
