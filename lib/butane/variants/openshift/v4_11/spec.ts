import type { Spec } from "../../spec";
import { openshift4_10 } from "../v4_10/spec";

/** OpenShift 4.11.0: as 4.10.0. */
export const openshift4_11 = Object.freeze({
  ...openshift4_10,
  version: "4.11.0",
} as const satisfies Spec);
