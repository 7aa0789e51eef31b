import { fcos1_0 } from "./fcos/v1_0/spec";
import { fcos1_1 } from "./fcos/v1_1/spec";
import { fcos1_2 } from "./fcos/v1_2/spec";
import { fcos1_3 } from "./fcos/v1_3/spec";
import { fcos1_4 } from "./fcos/v1_4/spec";
import { fcos1_5 } from "./fcos/v1_5/spec";
import { fcos1_6 } from "./fcos/v1_6/spec";
import { fcos1_7 } from "./fcos/v1_7/spec";
import { fcos1_8_exp } from "./fcos/v1_8_exp/spec";
import { flatcar1_0 } from "./flatcar/v1_0/spec";
import { flatcar1_1 } from "./flatcar/v1_1/spec";
import { flatcar1_2_exp } from "./flatcar/v1_2_exp/spec";
import { r4e1_0 } from "./r4e/v1_0/spec";
import { r4e1_1 } from "./r4e/v1_1/spec";
import { r4e1_2_exp } from "./r4e/v1_2_exp/spec";
import { fiot1_0 } from "./fiot/v1_0/spec";
import { fiot1_1_exp } from "./fiot/v1_1_exp/spec";
import { openshift4_8 } from "./openshift/v4_8/spec";
import { openshift4_9 } from "./openshift/v4_9/spec";
import { openshift4_10 } from "./openshift/v4_10/spec";
import { openshift4_11 } from "./openshift/v4_11/spec";
import { openshift4_12 } from "./openshift/v4_12/spec";
import { openshift4_13 } from "./openshift/v4_13/spec";
import { openshift4_14 } from "./openshift/v4_14/spec";
import { openshift4_15 } from "./openshift/v4_15/spec";
import { openshift4_16 } from "./openshift/v4_16/spec";
import { openshift4_17 } from "./openshift/v4_17/spec";
import { openshift4_18 } from "./openshift/v4_18/spec";
import { openshift4_19 } from "./openshift/v4_19/spec";
import { openshift4_20 } from "./openshift/v4_20/spec";
import { openshift4_21 } from "./openshift/v4_21/spec";
import { openshift4_22 } from "./openshift/v4_22/spec";
import { openshift4_23_exp } from "./openshift/v4_23_exp/spec";
import type { Spec } from "./spec";

/** Every spec that documents can be written in, oldest first. */
export const specs: readonly Spec[] = [
  flatcar1_0,
  flatcar1_1,
  flatcar1_2_exp,
  fcos1_0,
  fcos1_1,
  fcos1_2,
  fcos1_3,
  fcos1_4,
  fcos1_5,
  fcos1_6,
  fcos1_7,
  fcos1_8_exp,
  r4e1_0,
  r4e1_1,
  r4e1_2_exp,
  fiot1_0,
  fiot1_1_exp,
  openshift4_8,
  openshift4_9,
  openshift4_10,
  openshift4_11,
  openshift4_12,
  openshift4_13,
  openshift4_14,
  openshift4_15,
  openshift4_16,
  openshift4_17,
  openshift4_18,
  openshift4_19,
  openshift4_20,
  openshift4_21,
  openshift4_22,
  openshift4_23_exp,
];
