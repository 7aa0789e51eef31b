import { base } from "../../../base/v0_5";
import type { Spec } from "../../spec";
import { addGrubUsers } from "../grub";
import { fcos1_4 } from "../v1_4/spec";
import { withSugar } from "../with-sugar";
import { rules, structs } from "./sugar";

/** Fedora CoreOS 1.5.0: `grub`, on base 0.5. */
export const fcos1_5 = Object.freeze({
  ...fcos1_4,
  version: "1.5.0",
  base: withSugar(base, structs, rules),
  finishers: [...fcos1_4.finishers, addGrubUsers],
} as const satisfies Spec);
