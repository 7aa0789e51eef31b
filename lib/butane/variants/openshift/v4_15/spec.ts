import type { Spec } from "../../spec";
import { openshift4_14 } from "../v4_14/spec";

/** OpenShift 4.15.0: as 4.14.0. */
export const openshift4_15 = Object.freeze({
  ...openshift4_14,
  version: "4.15.0",
} as const satisfies Spec);
