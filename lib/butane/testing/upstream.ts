import { formatPath } from "../path";
import type { Entry } from "../report";
import type { Transpiled } from "../transpiled";

/** What two implementations have to agree about, as sorted lines of text that a test can compare. */
export interface Outcome {
  readonly accepted: boolean;
  readonly output: string | null;
  readonly entries: readonly string[];
}

/** Our outcome. Values of a wrong type have a line only, since upstream knows no more of them. */
export function ourOutcome(transpiled: Transpiled): Outcome {
  const { output, report, stopped } = transpiled;
  return {
    accepted: output !== null,
    output,
    entries: sorted(report.flatMap((entry) => line(entry, stopped))),
  };
}

/** Of three equal keys upstream tells three pairs, and we the two that are too many: a thousand would be half a million. */
function sorted(lines: readonly string[]): string[] {
  return lines
    .filter((line, at) => !line.endsWith(KEY) || lines.indexOf(line) === at)
    .sort();
}

const KEY = ": key";

function line(entry: Entry, stopped: Transpiled["stopped"]): string[] {
  const { kind, code, path, range } = entry;
  if (stopped === "yaml") {
    const key = code === "duplicate-key" ? KEY : "";
    return TYPE_ERRORS.has(code) ? [`line ${range?.start.line}${key}`] : [];
  }
  // Upstream says these without an entry.
  if (stopped === "variant") return [];
  const place = range && `line ${range.start.line} col ${range.start.column}`;
  const at = [path.length > 0 && formatPath(path), place].filter(Boolean);
  return [`${kind} at ${at.join(", ")}`];
}

const TYPE_ERRORS: ReadonlySet<string> = new Set([
  "type-mismatch",
  "duplicate-key",
  "field-set-twice",
]);

/** Upstream's outcome, out of what it prints: entries, and perhaps the reason why it stopped. */
export function upstreamOutcome(
  report: string,
  output: string | null,
): Outcome {
  const [entries = "", stopped = ""] = report.split(/^stopped: /m);
  const typeErrors = stopped.matchAll(/^ {2}(line \d+): (mapping key)?/gm);
  const lines = entries.matchAll(/^((?:error|warning|info) at .*?): /gm);
  return {
    accepted: output !== null,
    output,
    entries: sorted([
      ...[...lines].map(([, at = ""]) => at),
      ...[...typeErrors].map(([, at = "", key]) => (key ? at + KEY : at)),
    ]),
  };
}
