import { base } from "../../../base/v0_5";
import type { Spec } from "../../spec";
import { flatcar1_0 } from "../v1_0/spec";

/** Flatcar 1.1.0: the same on base 0.5. */
export const flatcar1_1 = Object.freeze({
  ...flatcar1_0,
  version: "1.1.0",
  base,
} as const satisfies Spec);
