import type { Path } from "../../path";
import { error, type Entry, warning } from "../../report";
import type { structs } from "../v3_5/structs";
import type { IgnitionStruct } from "../types";

/** Names of everything a rule can hang on. */
export type StructName = keyof typeof structs;

/** What differs between spec versions inside rules that are otherwise the same. */
export interface Traits {
  /** Exactly as `ignition.version` has to be. */
  readonly version: string;
  /** Schemes of addresses Ignition can fetch from. */
  readonly schemes: ReadonlySet<string>;
}

/** Takes a value and its path and answers with what is wrong with it; absent values are Go's zero values. */
export type Rule<Name extends StructName> = (
  value: IgnitionStruct<Name>,
  at: Path,
  traits: Traits,
) => Entry[];

export type Rules = {
  readonly [Name in StructName]?: Rule<Name>;
} & {
  /** What a resource was in 3.0, before one struct served all of them. */
  readonly [Name in
    | "CaReference"
    | "ConfigReference"
    | "FileContents"]?: Rule<"Resource">;
};

/** An error where there is a problem, nothing where there is none. */
export function errorIf(
  problem: string | undefined | false,
  at: Path,
  key: string | number,
): Entry[] {
  return problem ? [error(problem, [...at, key])] : [];
}

/** The same as a warning. */
export function warningIf(
  problem: string | undefined | false,
  at: Path,
  key: string | number,
): Entry[] {
  return problem ? [warning(problem, [...at, key])] : [];
}
