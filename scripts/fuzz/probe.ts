import { checkIgnitionText, transpile, type Report } from "@/lib/butane";
import type { FileSource } from "@/lib/butane";
import { cpuTime } from "@/lib/butane/testing/cpu-time";

/** What must never happen, whatever the text is. */
export type Trouble = "throws" | "says nothing" | "points outside" | "slow";

export interface Input {
  readonly id: string;
  readonly text: string;
  readonly files?: FileSource;
}

/** What is asked: `transpile`, and what is said of Ignition JSON. */
export interface Subject {
  readonly transpile: (
    text: string,
    files: FileSource | undefined,
  ) => { readonly output: string | null; readonly report: Report };
  readonly check: (text: string) => {
    readonly config: unknown;
    readonly report: Report;
  };
}

export const ours: Subject = {
  transpile: (text, files) => transpile(text, files ? { files } : {}),
  check: checkIgnitionText,
};

/** What is wrong with the answers to an input, if anything. `most` is how long each may take: milliseconds of the processor. */
export function probe(
  { text, files }: Input,
  most: number,
  subject = ours,
): Trouble | undefined {
  return (
    ask(text, most, () => {
      const { output, report } = subject.transpile(text, files);
      return { accepted: output !== null, report };
    }) ??
    ask(text, most, () => {
      const { config, report } = subject.check(text);
      return { accepted: config !== null, report };
    })
  );
}

function ask(
  text: string,
  most: number,
  answer: () => { readonly accepted: boolean; readonly report: Report },
): Trouble | undefined {
  let given: ReturnType<typeof answer> | undefined;
  const run = () => (given = answer());
  try {
    // The first run may have met the compiler or a collection of garbage of the one before.
    if (cpuTime(run) > most && cpuTime(run) > most) return "slow";
  } catch {
    return "throws";
  }
  const { accepted, report } = given!;
  const fatal = report.some(({ kind }) => kind === "error");
  if (!accepted && !fatal) return "says nothing";
  return report.some((entry) => isOutside(entry, text))
    ? "points outside"
    : undefined;
}

function isOutside({ range }: Report[number], { length }: string): boolean {
  if (!range) return false;
  const { start, end } = range;
  return (
    start.offset < 0 ||
    start.offset > end.offset ||
    end.offset > length ||
    start.line < 1 ||
    start.column < 1 ||
    end.line < start.line
  );
}
