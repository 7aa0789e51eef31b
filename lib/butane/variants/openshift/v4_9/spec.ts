import type { Spec } from "../../spec";
import { openshift4_8 } from "../v4_8/spec";

/** OpenShift 4.9.0: as 4.8.0. */
export const openshift4_9 = Object.freeze({
  ...openshift4_8,
  version: "4.9.0",
} as const satisfies Spec);
