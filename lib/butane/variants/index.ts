import { flatcar1_0 } from "./flatcar/v1_0/spec";
import { flatcar1_1 } from "./flatcar/v1_1/spec";
import { fiot1_0 } from "./fiot/v1_0/spec";
import { r4e1_0 } from "./r4e/v1_0/spec";
import { r4e1_1 } from "./r4e/v1_1/spec";
import type { Spec } from "./spec";

/** Every spec that documents can be written in, oldest first. */
export const specs: readonly Spec[] = [
  flatcar1_0,
  flatcar1_1,
  r4e1_0,
  r4e1_1,
  fiot1_0,
];
