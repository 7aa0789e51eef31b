import { base } from "../../../base/v0_4";
import type { Spec } from "../../spec";

/** Flatcar 1.0.0 on base 0.4. Flatcar ships no clevis, so a device cannot be unlocked with it. */
export const flatcar1_0 = Object.freeze({
  variant: "flatcar",
  version: "1.0.0",
  base,
  forbidden: { "storage.luks.clevis": "clevis-unsupported" },
} as const satisfies Spec);
