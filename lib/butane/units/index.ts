export { escapeName, escapePath, unescapeName, unescapePath } from "./escape";
export { mountUnit, type MountSource, type MountUnit } from "./mount-unit";
export { hasUnitType, isDropinName, templateOf, unitTypes } from "./name";
export {
  hasInstallSection,
  type ParsedUnit,
  parseUnit,
  type UnitOption,
  type UnitProblem,
} from "./parse";
