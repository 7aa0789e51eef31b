import type { Spec } from "../../spec";
import { openshift4_11 } from "../v4_11/spec";

/** OpenShift 4.12.0: as 4.11.0. */
export const openshift4_12 = Object.freeze({
  ...openshift4_11,
  version: "4.12.0",
} as const satisfies Spec);
