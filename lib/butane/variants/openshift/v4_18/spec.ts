import type { Spec } from "../../spec";
import { openshift4_17 } from "../v4_17/spec";

/** OpenShift 4.18.0: as 4.17.0. */
export const openshift4_18 = Object.freeze({
  ...openshift4_17,
  version: "4.18.0",
} as const satisfies Spec);
