import { v3_4 } from "../../ignition/v3_4";
import type { Base } from "../base";
import { base as v0_4 } from "../v0_4";
import { resourceRule } from "../v0_4/validate";
import { structs } from "./schema";
import { translatePasswdUser, translateUnit } from "./translate";
import { validateUnitSource } from "./validate";

export const base = {
  ...v0_4,
  structs,
  ignition: v3_4,
  rules: {
    ...v0_4.rules,
    Dropin: validateUnitSource,
    Resource: resourceRule(v3_4),
    Unit: validateUnitSource,
  },
  translators: {
    ...v0_4.translators,
    Dropin: translateUnit,
    PasswdUser: translatePasswdUser,
    Unit: translateUnit,
  },
} as const satisfies Base;
