import type { Spec } from "../../spec";
import { forbidden4_13 } from "../machine-config/forbidden";
import { openshift4_12 } from "../v4_12/spec";

/** OpenShift 4.13.0: a password for `core`. */
export const openshift4_13 = Object.freeze({
  ...openshift4_12,
  version: "4.13.0",
  forbidden: forbidden4_13,
} as const satisfies Spec);
