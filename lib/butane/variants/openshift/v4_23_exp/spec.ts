import { fcos1_8_exp } from "../../fcos/v1_8_exp/spec";
import { withSugar } from "../../fcos/with-sugar";
import type { Spec } from "../../spec";
import { forgetEmptyValues } from "../machine-config/empty-values";
import { writeGrubConfigWhole } from "../machine-config/grub";
import { rulesWithCex } from "../machine-config/rules";
import { structs } from "../machine-config/schema";
import { checkSupport, support4_14 } from "../machine-config/support";
import { openshift4_22 } from "../v4_22/spec";

/** OpenShift 4.23.0-experimental: around Fedora CoreOS 1.8.0-experimental, and `grub` can be used. */
export const openshift4_23_exp = Object.freeze({
  ...openshift4_22,
  version: "4.23.0-experimental",
  base: withSugar(fcos1_8_exp.base, structs, rulesWithCex),
  finishers: [
    ...fcos1_8_exp.finishers,
    forgetEmptyValues,
    writeGrubConfigWhole,
    checkSupport(support4_14),
  ],
} as const satisfies Spec);
