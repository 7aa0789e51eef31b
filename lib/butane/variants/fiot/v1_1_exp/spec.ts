import { base } from "../../../base/v0_8_exp";
import type { Spec } from "../../spec";
import { fiot1_0 } from "../v1_0/spec";

/** Fedora IoT 1.1.0-experimental: the same on base 0.8-experimental. */
export const fiot1_1_exp = Object.freeze({
  ...fiot1_0,
  version: "1.1.0-experimental",
  base,
} as const satisfies Spec);
