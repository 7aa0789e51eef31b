import type { Spec } from "../../spec";
import { openshift4_20 } from "../v4_20/spec";

/** OpenShift 4.21.0: as 4.20.0. */
export const openshift4_21 = Object.freeze({
  ...openshift4_20,
  version: "4.21.0",
} as const satisfies Spec);
