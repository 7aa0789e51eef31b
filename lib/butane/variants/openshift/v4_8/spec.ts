import { fcos1_3 } from "../../fcos/v1_3/spec";
import type { Spec } from "../../spec";
import { forgetEmptyValuesBesideFilesystems } from "../machine-config/empty-values";
import { addFipsOptions } from "../machine-config/fips";
import { forbidden4_8 } from "../machine-config/forbidden";
import { rules } from "../machine-config/rules";
import { structs } from "../machine-config/schema";
import { checkSupport, support4_8 } from "../machine-config/support";
import { machineConfig } from "../machine-config/wrapper";
import { withSugar } from "../../fcos/with-sugar";

/** OpenShift 4.8.0: a MachineConfig around Fedora CoreOS 1.3.0. */
export const openshift4_8 = Object.freeze({
  variant: "openshift",
  version: "4.8.0",
  base: withSugar(fcos1_3.base, structs, rules),
  finishers: [
    ...fcos1_3.finishers,
    forgetEmptyValuesBesideFilesystems,
    addFipsOptions,
    checkSupport(support4_8),
  ],
  forbidden: forbidden4_8,
  wrapper: machineConfig,
  // The Machine Config Operator does not unpack files.
  compress: false,
} as const satisfies Spec);
