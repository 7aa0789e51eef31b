import type { Spec } from "../../spec";
import { openshift4_15 } from "../v4_15/spec";

/** OpenShift 4.16.0: as 4.15.0. */
export const openshift4_16 = Object.freeze({
  ...openshift4_15,
  version: "4.16.0",
} as const satisfies Spec);
