import { v3_1 } from "../../ignition/v3_1";
import type { Base } from "../base";
import { onIgnition } from "../on-ignition";
import { base as v0_3 } from "../v0_3";
import { structs } from "./schema";

export const base = {
  ...onIgnition(v0_3, v3_1),
  structs,
} as const satisfies Base;
