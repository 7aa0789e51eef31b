import type { Path } from "./path";

/** How much an entry weighs: an `error` is fatal, the others let the config through. */
export type Kind = "error" | "warning" | "info";

/** A place in a text. `line` and `column` count from 1, `offset` from 0 in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Where a value stands in the text; `end` is the first position after it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * One problem in a document.
 *
 * `code` is stable and names the rule; the sentence for it stands in `messages.ts` and is filled with `values`.
 * A rule knows only `path`; `correlate` adds `range` at the end.
 */
export interface Entry {
  readonly kind: Kind;
  readonly code: string;
  readonly path: Path;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly range?: Range;
}

/** The entries of a run; where none of them is an `error`, there is a config. */
export type Report = readonly Entry[];

/** Makes an entry that stops the run. */
export function error(
  code: string,
  path: Path,
  values?: Entry["values"],
): Entry {
  return entry("error", code, path, values);
}

/** Makes an entry that warns and lets the config through. */
export function warning(
  code: string,
  path: Path,
  values?: Entry["values"],
): Entry {
  return entry("warning", code, path, values);
}

/** Makes an entry that only informs. */
export function info(
  code: string,
  path: Path,
  values?: Entry["values"],
): Entry {
  return entry("info", code, path, values);
}

/** Whether an entry stops the run. */
export function isFatal(one: Entry): boolean {
  return one.kind === "error";
}

/** Adds entries to a report. Spreading them into `push` would end the call stack where there are many thousands. */
export function addAll(report: Entry[], more: readonly Entry[]): void {
  for (const one of more) report.push(one);
}

function entry(
  kind: Kind,
  code: string,
  path: Path,
  values?: Entry["values"],
): Entry {
  return values ? { kind, code, path, values } : { kind, code, path };
}
