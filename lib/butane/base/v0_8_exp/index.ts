import { v3_7_exp } from "../../ignition/v3_7_exp";
import type { Base } from "../base";
import { onIgnition } from "../on-ignition";
import { base as v0_7 } from "../v0_7";
import { addQuadlets } from "./quadlets";
import { structs } from "./schema";
import { validateQuadlet } from "./validate";

const before = onIgnition(v0_7, v3_7_exp);

export const base = {
  ...before,
  structs,
  rules: { ...before.rules, Quadlet: validateQuadlet },
  finishers: [...before.finishers, addQuadlets],
} as const satisfies Base;
