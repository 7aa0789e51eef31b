import { base } from "../../../base/v0_2";
import type { Spec } from "../../spec";
import { fcos1_0 } from "../v1_0/spec";

/** Fedora CoreOS 1.1.0: the same on base 0.2. */
export const fcos1_1 = Object.freeze({
  ...fcos1_0,
  version: "1.1.0",
  base,
} as const satisfies Spec);
