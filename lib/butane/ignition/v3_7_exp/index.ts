import { defineSpec } from "../spec";
import { rules, schemes, structs } from "../v3_6";

/** Ignition 3.7.0-experimental: so far the same as 3.6.0. */
export const v3_7_exp = defineSpec({
  version: "3.7.0-experimental",
  schemes,
  structs,
  rules,
});
