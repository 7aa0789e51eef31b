import type { Base } from "../../base/base";
import { extendStructs, type Structs } from "../../struct/structs";
import type { Rules } from "../../validate/rules";

/** A base with a variant's own structs and rules on top. */
export function withSugar(base: Base, structs: Structs, rules: Rules): Base {
  return {
    ...base,
    structs: extendStructs(base.structs, structs),
    rules: { ...base.rules, ...rules },
  };
}
