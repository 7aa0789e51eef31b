import type { Spec } from "../../spec";
import { openshift4_21 } from "../v4_21/spec";

/** OpenShift 4.22.0: as 4.21.0. */
export const openshift4_22 = Object.freeze({
  ...openshift4_21,
  version: "4.22.0",
} as const satisfies Spec);
