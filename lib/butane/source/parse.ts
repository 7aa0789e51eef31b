import { limits } from "../limits";
import { error, type Entry } from "../report";
import { compose } from "./composer";
import type { SourceDocument } from "./document";
import type { YamlNode } from "./node";
import { positionAt } from "./positions";
import { Scanner } from "./scanner";
import { SyntaxProblem } from "./syntax-problem";
import { findForbidden } from "./forbidden";

/**
 * Reads the first YAML document of a text the way Go's yaml.v3 does.
 *
 * Never throws. Text that is not YAML comes back without a root and with one fatal entry, whose `values.reason` says
 * what is wrong and whose range is the place of the mistake.
 *
 * ```ts
 * parse("variant: [").report; // [{ kind: "error", code: "yaml-syntax", values: { reason: … }, range: … }]
 * ```
 */
export function parse(text: string): SourceDocument {
  if (text.length > limits.characters) return tooLong(text);
  const forbidden = findForbidden(text);
  const scanner = new Scanner(text.slice(0, forbidden?.readFrom));
  let root: YamlNode | null = null;
  let problem: SyntaxProblem | undefined;
  try {
    root = compose(scanner);
  } catch (thrown) {
    if (!(thrown instanceof SyntaxProblem)) throw thrown;
    problem = thrown;
  }
  if (forbidden && scanner.reaches(forbidden.readFrom)) {
    problem = forbidden.problem;
  }
  if (!problem) return { text, root, report: [] };
  return { text, root: null, report: [entryFor(text, problem)] };
}

/** Not even the lines of such a text are counted, so the entry is about its beginning. */
function tooLong(text: string): SourceDocument {
  const values = { length: text.length, limit: limits.characters };
  const start = { line: 1, column: 1, offset: 0 };
  const entry = error("text-too-long", [], values);
  return {
    ...{ text, root: null },
    report: [{ ...entry, range: { start, end: start } }],
  };
}

/** A mark over the rest of the document helps nobody, so a range ends with its line. */
function entryFor(text: string, problem: SyntaxProblem): Entry {
  const bare: SourceDocument = { text, root: null, report: [] };
  const { code, values, reason } = problem;
  const start = positionAt(bare, problem.start);
  const rest = text.slice(start.offset, problem.end);
  const end = start.offset + rest.search(LINE_END);
  return {
    ...error(code, [], { ...values, reason }),
    range: { start, end: positionAt(bare, end) },
  };
}

const LINE_END = /[\n\r\u0085\u2028\u2029]|$/;
