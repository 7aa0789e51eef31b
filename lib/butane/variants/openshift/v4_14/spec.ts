import { fcos1_5 } from "../../fcos/v1_5/spec";
import { withSugar } from "../../fcos/with-sugar";
import type { Spec } from "../../spec";
import { forgetEmptyValues } from "../machine-config/empty-values";
import { addFipsOptions } from "../machine-config/fips";
import { forbidden4_14 } from "../machine-config/forbidden";
import { rules } from "../machine-config/rules";
import { structs } from "../machine-config/schema";
import { checkSupport, support4_14 } from "../machine-config/support";
import { openshift4_13 } from "../v4_13/spec";

/** OpenShift 4.14.0: around Fedora CoreOS 1.5.0. */
export const openshift4_14 = Object.freeze({
  ...openshift4_13,
  version: "4.14.0",
  base: withSugar(fcos1_5.base, structs, rules),
  finishers: [
    ...fcos1_5.finishers,
    forgetEmptyValues,
    addFipsOptions,
    checkSupport(support4_14),
  ],
  forbidden: forbidden4_14,
} as const satisfies Spec);
