import { fcos1_3 } from "../../fcos/v1_3/spec";
import type { Spec } from "../../spec";
import { forgetEmptyValuesBesideFilesystems } from "../machine-config/empty-values";
import { addFipsOptions } from "../machine-config/fips";
import { forbidden4_10 } from "../machine-config/forbidden";
import { checkSupport, support4_10 } from "../machine-config/support";
import { openshift4_9 } from "../v4_9/spec";

/** OpenShift 4.10.0: packed files, but no special bits in modes. */
export const openshift4_10 = Object.freeze({
  ...openshift4_9,
  version: "4.10.0",
  finishers: [
    ...fcos1_3.finishers,
    forgetEmptyValuesBesideFilesystems,
    addFipsOptions,
    checkSupport(support4_10),
  ],
  forbidden: forbidden4_10,
  compress: true,
} as const satisfies Spec);
