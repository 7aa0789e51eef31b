import { v3_3 } from "../../ignition/v3_3";
import type { Base } from "../base";
import { addMountUnits } from "./mount-units";
import { structs } from "./schema";
import { translateResource } from "./translate";
import { addTrees } from "./trees";
import {
  resourceRule,
  validateDirectory,
  validateFile,
  validateFilesystem,
  validateTree,
} from "./validate";

export const base = {
  structs,
  ignition: v3_3,
  rules: {
    Directory: validateDirectory,
    File: validateFile,
    Filesystem: validateFilesystem,
    Resource: resourceRule(v3_3),
    Tree: validateTree,
  },
  translators: { Resource: translateResource },
  finishers: [addMountUnits, addTrees],
} as const satisfies Base;
