import { base } from "../../../base/v0_3";
import type { Spec } from "../../spec";
import { addBootDevice } from "../boot-device";
import { warnOfReservedLabels, warnOfSmallRoot } from "../partitions";
import { fcos1_2 } from "../v1_2/spec";
import { withSugar } from "../with-sugar";
import { rules, structs } from "./sugar";

/** Fedora CoreOS 1.3.0: `boot_device`, and a root that can become too small. */
export const fcos1_3 = Object.freeze({
  ...fcos1_2,
  version: "1.3.0",
  base: withSugar(base, structs, rules),
  finishers: [addBootDevice, warnOfSmallRoot, warnOfReservedLabels],
} as const satisfies Spec);
