import { base } from "../../../base/v0_4";
import type { Spec } from "../../spec";
import { fcos1_3 } from "../v1_3/spec";
import { rules, structs } from "../v1_3/sugar";
import { withSugar } from "../with-sugar";

/** Fedora CoreOS 1.4.0: the same on base 0.4. */
export const fcos1_4 = Object.freeze({
  ...fcos1_3,
  version: "1.4.0",
  base: withSugar(base, structs, rules),
} as const satisfies Spec);
