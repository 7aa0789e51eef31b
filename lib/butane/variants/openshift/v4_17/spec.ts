import type { Spec } from "../../spec";
import { openshift4_16 } from "../v4_16/spec";

/** OpenShift 4.17.0: as 4.16.0. */
export const openshift4_17 = Object.freeze({
  ...openshift4_16,
  version: "4.17.0",
} as const satisfies Spec);
