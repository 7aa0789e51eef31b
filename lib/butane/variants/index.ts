import { flatcar1_0 } from "./flatcar/v1_0/spec";
import { flatcar1_1 } from "./flatcar/v1_1/spec";
import type { Spec } from "./spec";

/** Every spec that documents can be written in, oldest first. */
export const specs: readonly Spec[] = [flatcar1_0, flatcar1_1];
