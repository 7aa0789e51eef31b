import { r4e1_1 } from "../../r4e/v1_1/spec";
import type { Spec } from "../../spec";

/** Fedora IoT 1.0.0: as RHEL for Edge 1.1.0, which is built the same way. */
export const fiot1_0 = Object.freeze({
  ...r4e1_1,
  variant: "fiot",
  version: "1.0.0",
} as const satisfies Spec);
