import { error, type Entry } from "../../report";
import { pathProblem } from "./path";
import { errorIf, type Rule, warningIf } from "./rule";

/** Links have no other rule of their own; what links do to each other is a rule of the storage section. */
export const node: Rule<"Link"> = ({ path }, at) =>
  errorIf(pathProblem(path), at, "path");

export const directory: Rule<"Directory"> = (value, at, traits) => [
  ...node(value, at, traits),
  ...mode(value.mode, at),
];

export const file: Rule<"File"> = (value, at, traits) => [
  ...node(value, at, traits),
  ...mode(value.mode, at),
  ...errorIf(
    value.overwrite === true &&
      value.contents?.source === undefined &&
      "overwrite-without-source",
    at,
    "overwrite",
  ),
];

export const owner: Rule<"NodeUser"> = ({ id, name }, at) =>
  id !== undefined && name ? [error("owner-twice", at)] : [];

function mode(
  value: number | undefined,
  at: readonly (string | number)[],
): Entry[] {
  if (value === undefined) return [];
  return [
    ...errorIf((value < 0 || value > 0o7777) && "mode-invalid", at, "mode"),
    ...warningIf((value & 0o7000) !== 0 && "mode-special-bits", at, "mode"),
  ];
}
