import { base } from "../../../base/v0_7";
import type { Spec } from "../../spec";
import { fcos1_6 } from "../v1_6/spec";
import { structs } from "../v1_6/sugar";
import { withSugar } from "../with-sugar";
import { rules } from "./rules";

/** Fedora CoreOS 1.7.0: stricter about `boot_device`, on base 0.7. */
export const fcos1_7 = Object.freeze({
  ...fcos1_6,
  version: "1.7.0",
  base: withSugar(base, structs, rules),
} as const satisfies Spec);
