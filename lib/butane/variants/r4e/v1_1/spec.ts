import { base } from "../../../base/v0_5";
import type { Spec } from "../../spec";
import { r4e1_0 } from "../v1_0/spec";

/** RHEL for Edge 1.1.0: the same on base 0.5. */
export const r4e1_1 = Object.freeze({
  ...r4e1_0,
  version: "1.1.0",
  base,
} as const satisfies Spec);
