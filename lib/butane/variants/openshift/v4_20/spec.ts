import { fcos1_6 } from "../../fcos/v1_6/spec";
import type { Spec } from "../../spec";
import { forgetEmptyValues } from "../machine-config/empty-values";
import { checkSupport, support4_14 } from "../machine-config/support";
import { openshift4_19 } from "../v4_19/spec";

/** OpenShift 4.20.0: encrypts with the cipher that LUKS takes by default, also with `fips`. */
export const openshift4_20 = Object.freeze({
  ...openshift4_19,
  version: "4.20.0",
  finishers: [
    ...fcos1_6.finishers,
    forgetEmptyValues,
    checkSupport(support4_14),
  ],
} as const satisfies Spec);
