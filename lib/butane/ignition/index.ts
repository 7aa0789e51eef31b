import type { Path } from "../path";
import { checkEmbedded, checkText } from "./check-text";
import type { IgnitionSpec } from "./spec";
import { v3_0 } from "./v3_0";
import { v3_1 } from "./v3_1";
import { v3_2 } from "./v3_2";
import { v3_3 } from "./v3_3";
import { v3_4 } from "./v3_4";
import { v3_5 } from "./v3_5";
import { v3_6 } from "./v3_6";
import { v3_7_exp } from "./v3_7_exp";

export type { CheckedIgnition } from "./check-text";
export type { IgnitionSpec } from "./spec";
export type { IgnitionConfig, IgnitionStruct } from "./types";

/** The spec versions we know, oldest first. */
export const ignitionSpecs = [
  v3_0,
  v3_1,
  v3_2,
  v3_3,
  v3_4,
  v3_5,
  v3_6,
  v3_7_exp,
] as const satisfies readonly IgnitionSpec[];

/** The versions that a config may name, as they stand in `ignition.version`. */
export type IgnitionVersion =
  | `3.${0 | 1 | 2 | 3 | 4 | 5 | 6}.0`
  | "3.7.0-experimental";

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

/**
 * Checks Ignition JSON as `ignition-validate` does; entries carry the range of what they are about. A text that
 * cannot be read, or names a version we do not know, gives one entry and no config.
 */
export function checkIgnitionText(text: string) {
  return checkText(text, ignitionSpecs);
}

/**
 * Checks Ignition JSON inside a Butane document that becomes `version`; `at` is the resource it stands in. Where
 * it is not `readable`, upstream says so once more at the resource.
 */
export function checkEmbeddedIgnition(
  text: string,
  version: IgnitionVersion,
  at: Path,
) {
  return checkEmbedded(text, ignitionSpec(version), at);
}
