import { fcos1_6 } from "../../fcos/v1_6/spec";
import { withSugar } from "../../fcos/with-sugar";
import type { Spec } from "../../spec";
import { forgetEmptyValues } from "../machine-config/empty-values";
import { addFipsOptions } from "../machine-config/fips";
import { rulesWithCex } from "../machine-config/rules";
import { structs } from "../machine-config/schema";
import { checkSupport, support4_14 } from "../machine-config/support";
import { openshift4_18 } from "../v4_18/spec";

/** OpenShift 4.19.0: around Fedora CoreOS 1.6.0, with its crypto cards. */
export const openshift4_19 = Object.freeze({
  ...openshift4_18,
  version: "4.19.0",
  base: withSugar(fcos1_6.base, structs, rulesWithCex),
  finishers: [
    ...fcos1_6.finishers,
    forgetEmptyValues,
    addFipsOptions,
    checkSupport(support4_14),
  ],
} as const satisfies Spec);
