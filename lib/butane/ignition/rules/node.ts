import type { Path } from "../../path";
import { error, type Entry } from "../../report";
import type { Integer } from "../types";
import { pathProblem } from "../../file-path";
import { errorIf, type Rule, type Traits, warningIf } from "./rule";

/** Links have no other rule of their own; what links do to each other is a rule of the storage section. */
export const node: Rule<"Link"> = ({ path }, at) =>
  errorIf(pathProblem(path), at, "path");

/** From 3.6 on, special bits are set, so they are nothing to warn of. */
export function withSpecialBits<Value>(
  rule: (value: Value, at: Path, traits: Traits) => Entry[],
) {
  return (value: Value, at: Path, traits: Traits): Entry[] =>
    rule(value, at, traits).filter(({ code }) => code !== "mode-special-bits");
}

/** A directory has a path and a mode from 0 to 07777; special bits draw a warning (config/v3_3/types/directory.go). */
export const directory: Rule<"Directory"> = (value, at, traits) => [
  ...node(value, at, traits),
  ...mode(value.mode, at),
];

/**
 * The same for a file. To overwrite takes contents, and an empty source is some: only one that is undefined is none
 * (config/v3_3/types/file.go).
 */
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

/** An owner is named or numbered, not both; an empty name counts as none (config/v3_3/types/node.go). */
export const owner: Rule<"NodeUser"> = ({ id, name }, at) =>
  id !== undefined && name ? [error("owner-twice", at)] : [];

function mode(value: Integer | undefined, at: Path): Entry[] {
  if (value === undefined) return [];
  // Upstream looks at the lower 32 bits even of a mode that is out of range.
  const bits = Number(BigInt.asUintN(32, BigInt(value)));
  const special = Math.floor(bits / 0o1000) % 8 !== 0;
  return [
    ...errorIf((value < 0 || value > 0o7777) && "mode-invalid", at, "mode"),
    ...warningIf(special && "mode-special-bits", at, "mode"),
  ];
}
