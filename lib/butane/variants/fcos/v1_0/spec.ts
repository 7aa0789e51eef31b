import { base } from "../../../base/v0_1";
import type { Spec } from "../../spec";
import { warnOfReservedLabels } from "../partitions";

/** Fedora CoreOS 1.0.0 on base 0.1. */
export const fcos1_0 = Object.freeze({
  variant: "fcos",
  version: "1.0.0",
  base,
  finishers: [warnOfReservedLabels],
} as const satisfies Spec);
