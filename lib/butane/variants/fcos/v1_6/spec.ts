import { base } from "../../../base/v0_6";
import type { Spec } from "../../spec";
import { fcos1_5 } from "../v1_5/spec";
import { withSugar } from "../with-sugar";
import { rules, structs } from "./sugar";

/** Fedora CoreOS 1.6.0: the mainframe's disks and crypto cards, on base 0.6. */
export const fcos1_6 = Object.freeze({
  ...fcos1_5,
  version: "1.6.0",
  base: withSugar(base, structs, rules),
} as const satisfies Spec);
