import { base } from "../../../base/v0_8_exp";
import type { Spec } from "../../spec";
import { flatcar1_1 } from "../v1_1/spec";

/** Flatcar 1.2.0-experimental on base 0.8-experimental: lets Clevis pass, and has no crypto cards. */
export const flatcar1_2_exp = Object.freeze({
  ...flatcar1_1,
  version: "1.2.0-experimental",
  base,
  forbidden: { "storage.luks.cex": "cex-unsupported" },
} as const satisfies Spec);
