import { base } from "../../../base/v0_8_exp";
import type { Spec } from "../../spec";
import { r4e1_1 } from "../v1_1/spec";

/** RHEL for Edge 1.2.0-experimental: the same on base 0.8-experimental. */
export const r4e1_2_exp = Object.freeze({
  ...r4e1_1,
  version: "1.2.0-experimental",
  base,
} as const satisfies Spec);
