import { v3_0 } from "../../ignition/v3_0";
import type { Base } from "../base";
import { validateDirectory, validateFile } from "../v0_4/validate";
import { structs } from "./schema";
import { translateFileContents } from "./translate";
import { validateFileContents } from "./validate";

export const base = {
  structs,
  ignition: v3_0,
  rules: {
    Directory: validateDirectory,
    File: validateFile,
    FileContents: validateFileContents,
  },
  translators: { FileContents: translateFileContents },
  finishers: [],
} as const satisfies Base;
