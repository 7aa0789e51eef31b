import type { IgnitionSpec } from "./spec";
import { v3_3 } from "./v3_3";
import { v3_4 } from "./v3_4";

export type { MarshalOptions } from "./marshal";
export type { IgnitionSpec } from "./spec";
export type { IgnitionConfig, IgnitionStruct } from "./types";

/** The spec versions we know, oldest first. */
export const ignitionSpecs = [
  v3_3,
  v3_4,
] as const satisfies readonly IgnitionSpec[];

export type IgnitionVersion = "3.3.0" | "3.4.0";

/** The spec of a version. */
export function ignitionSpec(version: IgnitionVersion): IgnitionSpec {
  return ignitionSpecs.find((spec) => spec.version === version)!;
}

/**
 * Checks a config against a spec version: duplicates first, then every rule. Paths have the config's own keys.
 */
export function validateIgnition(
  config: Parameters<IgnitionSpec["validate"]>[0],
  version: IgnitionVersion,
) {
  const spec = ignitionSpec(version);
  return [...spec.duplicates(config), ...spec.validate(config)];
}
