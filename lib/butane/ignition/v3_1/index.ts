import { defineSpec } from "../spec";
import { rules, schemes as after } from "../v3_2";
import { structs } from "./structs";

export { rules, structs };
export const schemes = after.filter((scheme) => scheme !== "gs");

/** Ignition 3.1.0. */
export const v3_1 = defineSpec({ version: "3.1.0", schemes, structs, rules });
