export { limitFault } from "./limit-value";
export { lintUnit, type UnitFault, type UnitRole } from "./lint-unit";
export { escapeName, escapePath, unescapePath } from "./escape";
export { unitTypes } from "./name";
export {
  hasInstallSection,
  type ParsedUnit,
  parseUnit,
  type UnitOption,
  type UnitProblem,
} from "./parse";
export { isTimeSpan } from "./time-span";
