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
];
