import { error } from "../../report";
import type { IgnitionStruct } from "../types";
import { pathProblem } from "../../file-path";
import { errorIf, type Rule } from "./rule";

const levels: ReadonlySet<string> = new Set(
  "raid1 1 mirror raid4 4 raid5 5 raid6 6 raid10 10".split(" "),
);
const levelsWithoutSpares: ReadonlySet<string> = new Set(
  "linear raid0 0 stripe".split(" "),
);

/** An array has a level and at least one device; linear and striped ones take no spares (config/v3_3/types/raid.go). */
export const raid: Rule<"Raid"> = (value, at) => [
  ...errorIf(levelProblem(value), at, "level"),
  ...errorIf(!value.devices?.length && "raid-devices-missing", at, "devices"),
];

/** A device of an array is an absolute path in its shortest form (config/v3_3/types/device.go). */
export const device: Rule<"Device"> = (path, at) => {
  const problem = pathProblem(path);
  return problem ? [error(problem, at)] : [];
};

function levelProblem(value: IgnitionStruct<"Raid">): string | undefined {
  if (!value.level) return "raid-level-missing";
  if (levelsWithoutSpares.has(value.level)) {
    return value.spares ? "raid-spares-unsupported" : undefined;
  }
  return levels.has(value.level) ? undefined : "raid-level-unknown";
}
