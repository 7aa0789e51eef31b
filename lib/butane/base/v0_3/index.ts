import { v3_2 } from "../../ignition/v3_2";
import type { Base } from "../base";
import { onIgnition } from "../on-ignition";
import { base as v0_4 } from "../v0_4";
import { addMountUnitsOfPaths } from "../v0_4/mount-units";
import { addTrees } from "../v0_4/trees";
import { structs } from "./schema";
import { validateFilesystem } from "./validate";

const after = onIgnition(v0_4, v3_2);

export const base = {
  ...after,
  structs,
  rules: { ...after.rules, Filesystem: validateFilesystem },
  finishers: [addMountUnitsOfPaths, addTrees],
} as const satisfies Base;
