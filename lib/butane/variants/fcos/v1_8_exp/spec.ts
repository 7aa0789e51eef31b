import { base } from "../../../base/v0_8_exp";
import type { Spec } from "../../spec";
import { structs } from "../v1_6/sugar";
import { rules } from "../v1_7/rules";
import { fcos1_7 } from "../v1_7/spec";
import { withSugar } from "../with-sugar";

/** Fedora CoreOS 1.8.0-experimental: the same on base 0.8-experimental. */
export const fcos1_8_exp = Object.freeze({
  ...fcos1_7,
  version: "1.8.0-experimental",
  base: withSugar(base, structs, rules),
} as const satisfies Spec);
