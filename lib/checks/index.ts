import type { Check, CheckInput, Finding } from "./check";
import { hostname } from "./hostname";

/** Every check, in no particular order. A new one is a file and its line. */
export const checks: readonly Check[] = [hostname];

/** All advice on a node, beyond what the spec's own rules say. */
export function runChecks(input: CheckInput): Finding[] {
  return checks.flatMap((check) => check(input));
}
