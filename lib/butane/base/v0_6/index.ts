import { v3_5 } from "../../ignition/v3_5";
import type { Base } from "../base";
import { onIgnition } from "../on-ignition";
import { base as v0_5 } from "../v0_5";
import { structs } from "./schema";

export const base = {
  ...onIgnition(v0_5, v3_5),
  structs,
} as const satisfies Base;
