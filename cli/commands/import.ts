import { importBytes, type ImportAnswer } from "@/lib/import";
import { compose } from "@/lib/preset";
import { defineCommand, outputFlag, type Status } from "../command";
import type { Parsed } from "../flags";
import { readBytes, say, writeOutput } from "../io";
import { formatProblems, type Shown } from "../report";
import { missingSecrets, shownEntry, worst } from "../shown";
import { reportFlags, styleFor } from "../terminal";

const flags = {
  strict: {
    short: "s",
    help: "write nothing where something is wrong or left behind",
  },
  output: outputFlag,
  ...reportFlags,
} as const;

export const importCommand = defineCommand({
  name: "import",
  summary: "Turn an Ignition config or a cloud-config into a Butane document.",
  words: "[options] [FILE]",
  details: `What FILE holds is seen from its text, unpacked from gzip or base64; a preset, a share
link or a Butane document will do as well. Without FILE, or with -, it reads standard
input. What is wrong with it, and what of it has no counterpart, goes to standard error.

Ignition is known from 3.0.0 to 3.7.0-experimental. For those before 3 there is
ign-converter.
`,
  flags,
  oneOf: "file",
  run,
});

async function run({ values, words }: Parsed<typeof flags>): Promise<Status> {
  const { name, bytes } = await readBytes(words[0]);
  const answer = importBytes(bytes);
  const shown = shownAnswer(answer);
  const style = { ...styleFor(2, values), file: name, text: answer.text };
  say(formatProblems(shown, style));
  if (!answer.ok) return 1;
  if (values.strict && worst(shown)) {
    say("Nothing was written: --strict was specified\n");
    return 1;
  }
  writeOutput(values.output, compose(answer.preset).text);
  return 0;
}

/** Why nothing was made of it, or what its own validator says and what is not carried over. */
function shownAnswer(answer: ImportAnswer): Shown[] {
  const entries = answer.report.map(shownEntry);
  if (!answer.ok) {
    const { sentence, why, range } = answer;
    // Where there are entries they say it better.
    const refused: Shown = { kind: "error", sentence, why, range };
    return entries.length > 0 ? entries : [refused];
  }
  const lost = answer.notCarriedOver.map(
    ({ what, why, line }): Shown => ({
      kind: "warning",
      sentence: `Not carried over: ${what}.`,
      why,
      range: line === undefined ? undefined : lineRange(answer.text, line),
    }),
  );
  return [
    ...entries,
    ...lost,
    ...missingSecrets(answer.preset, answer.leftOut),
  ];
}

/** A line without the blanks in front of it. */
function lineRange(text: string, line: number): NonNullable<Shown["range"]> {
  const lines = text.split("\n");
  const before =
    lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  const own = (lines[line - 1] ?? "").trimEnd();
  const column = own.search(/\S|$/);
  return {
    start: { line, column: column + 1, offset: before + column },
    end: { line, column: own.length + 1, offset: before + own.length },
  };
}
