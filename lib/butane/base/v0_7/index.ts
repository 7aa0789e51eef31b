import { v3_6 } from "../../ignition/v3_6";
import type { Base } from "../base";
import { onIgnition } from "../on-ignition";
import { base as v0_6 } from "../v0_6";
import { structs } from "./schema";

export const base = {
  ...onIgnition(v0_6, v3_6),
  structs,
} as const satisfies Base;
