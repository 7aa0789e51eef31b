import { luksWithCex } from "../rules/luks";
import { defineSpec } from "../spec";
import { rules as before, schemes } from "../v3_4";
import { structs } from "./structs";

export { schemes, structs };
export const rules = { ...before, Luks: luksWithCex };

/** Ignition 3.5.0: a key of LUKS may be sealed by a crypto card. */
export const v3_5 = defineSpec({ version: "3.5.0", schemes, structs, rules });
