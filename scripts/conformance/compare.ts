import {
  checkIgnitionText,
  formatPath,
  isFatal,
  transpile,
  type Entry,
  type Stage,
} from "@/lib/butane";
import { folderFiles } from "@/lib/butane/testing/folder-files";
import { withSpecial } from "@/lib/butane/testing/golden";
import type { TestDocument } from "./documents";
import type { UpstreamOutcome } from "./oracle";

/** What both sides have to agree about. The order of entries does not count. */
export interface Outcome {
  readonly output: string | null;
  readonly stopped: Stage | undefined;
  readonly entries: readonly string[];
}

export interface OurOutcome extends Outcome {
  readonly report: readonly Entry[];
  /** What was thrown, which nothing may be. */
  readonly thrown?: string;
}

/** Whoever can be asked what upstream makes of documents. */
export interface Upstream {
  ask(documents: readonly TestDocument[]): Promise<readonly UpstreamOutcome[]>;
}

/** A document that the two sides disagree about. */
export interface Difference {
  readonly document: TestDocument;
  readonly ours: OurOutcome;
  readonly theirs: UpstreamOutcome;
}

/** Asks both sides at the same time. */
export async function compare(
  documents: readonly TestDocument[],
  upstream: Upstream,
): Promise<{ differences: Difference[]; accepted: number }> {
  const asked = upstream.ask(documents);
  const answered = documents.map(ourOutcome);
  const outcomes = await asked;
  const differences = documents.flatMap((document, index) => {
    const [ours, theirs] = [answered[index]!, outcomes[index]!];
    return agree(ours, theirs) ? [] : [{ document, ours, theirs }];
  });
  const accepted = outcomes.filter(({ output }) => output !== null).length;
  return { differences, accepted };
}

function agree(ours: OurOutcome, theirs: UpstreamOutcome): boolean {
  if (theirs.crashed) return !ours.thrown && ours.output === null;
  return (
    !ours.thrown &&
    ours.output === theirs.output &&
    ours.stopped === theirs.stopped &&
    onlyIn(ours, theirs).length + onlyIn(theirs, ours).length === 0
  );
}

/** Entries that the one side has, and the other has not or not as often. */
export function onlyIn(one: Outcome, other: Outcome): string[] {
  const left = oneForKeys(other.entries);
  return oneForKeys(one.entries).filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** How a key that is there twice is told in a line: upstream tells each pair of equal keys, we tell each that is too many. */
export const twiceIn = (line: string) => `${line}: key`;

function oneForKeys(entries: readonly string[]): string[] {
  const isKey = (entry: string) => entry === twiceIn(entry.split(":")[0] ?? "");
  return entries.filter(
    (entry, index) => !isKey(entry) || entries.indexOf(entry) === index,
  );
}

/** What we make of a document, as far as upstream says it too. */
export function ourOutcome(document: TestDocument): OurOutcome {
  const { text, folder, special = [], raw, ignition } = document;
  try {
    if (ignition) return ignitionOutcome(text);
    const { output, report, stopped } = transpile(text, {
      ...(raw && { raw }),
      ...(folder && { files: withSpecial(folderFiles(folder), special) }),
    });
    const entries = report.flatMap((entry) => comparable(entry, stopped));
    return { output, stopped, entries, report };
  } catch (error) {
    const thrown = (error as Error).stack ?? String(error);
    return {
      output: null,
      stopped: undefined,
      entries: [],
      report: [],
      thrown,
    };
  }
}

function ignitionOutcome(text: string): OurOutcome {
  const { report } = checkIgnitionText(text);
  const output = report.some(isFatal) ? null : "";
  const entries = report
    .filter(({ code }) => !wordless.has(code))
    .flatMap((entry) => comparable(entry, undefined));
  return { output, stopped: undefined, entries, report };
}

/** What Ignition refuses without an entry. */
const wordless: ReadonlySet<string> = new Set([
  "ignition-empty",
  "version-before-three",
  "version-invalid",
  "version-unknown",
]);

function comparable(entry: Entry, stopped: Stage | undefined): string[] {
  const { kind, code, path, range } = entry;
  const { line, column } = range?.start ?? { line: 0, column: 0 };
  // Upstream tells no path of a wrong type, and of text that is no YAML often the line above the mistake's.
  if (stopped === "yaml") {
    if (code === "duplicate-key") return [twiceIn(`line ${line}`)];
    return typeErrors.has(code) ? [`line ${line}`] : [];
  }
  // It has a message for these, and no entry.
  if (stopped === "variant") return [];
  return [`${kind} ${formatPath(path)} ${line}:${column}`];
}

const typeErrors: ReadonlySet<string> = new Set([
  "type-mismatch",
  "field-set-twice",
]);
