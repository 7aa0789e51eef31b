import { base } from "../../../base/v0_3";
import type { Spec } from "../../spec";
import { fcos1_1 } from "../v1_1/spec";

/** Fedora CoreOS 1.2.0: the same on base 0.3. */
export const fcos1_2 = Object.freeze({
  ...fcos1_1,
  version: "1.2.0",
  base,
} as const satisfies Spec);
