import { clevisCustomOfAnyPin } from "../rules/luks";
import { directory, file, withSpecialBits } from "../rules/node";
import { defineSpec } from "../spec";
import { rules as before, schemes, structs } from "../v3_5";

export { schemes, structs };
export const rules = {
  ...before,
  ClevisCustom: clevisCustomOfAnyPin,
  Directory: withSpecialBits(directory),
  File: withSpecialBits(file),
};

/** Ignition 3.6.0: sets special bits of modes, and leaves the pins of Clevis to Clevis. */
export const v3_6 = defineSpec({ version: "3.6.0", schemes, structs, rules });
