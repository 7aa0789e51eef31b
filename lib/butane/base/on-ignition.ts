import type { IgnitionSpec } from "../ignition";
import type { Base } from "./base";
import { resourceRule } from "./v0_4/validate";

/** A base that becomes another Ignition; configs inside its documents are then held to that one's rules. */
export function onIgnition<const Of extends Base>(
  base: Of,
  ignition: IgnitionSpec,
) {
  const rules = { ...base.rules, Resource: resourceRule(ignition) };
  return { ...base, ignition, rules };
}
