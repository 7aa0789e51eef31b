import { formatReport, transpile, type Stage } from "@/lib/butane";
import {
  defineCommand,
  filesDirFlag,
  outputFlag,
  strictFlag,
  type Status,
} from "../command";
import { UsageError, type Parsed } from "../flags";
import { readInput, say, writeOutput } from "../io";
import { nodeFileSource } from "../node-file-source";
import { formatProblems } from "../report";
import { shownEntry } from "../shown";
import { reportFlags, styleFor } from "../terminal";
import { versionLine } from "../version";

// The names, letters and meanings are Butane's, so that a script can exchange the one program for the other.
const flags = {
  version: { short: "V", help: "say which version this is" },
  check: { short: "c", help: "only report problems, write nothing" },
  strict: strictFlag,
  pretty: { short: "p", help: "indent the JSON (a MachineConfig is YAML)" },
  raw: {
    short: "r",
    help: "write plain Ignition, never a MachineConfig around it",
  },
  "raw-errors": {
    help: "report in one fixed line a problem, for programs",
  },
  "files-dir": filesDirFlag,
  output: outputFlag,
  input: {
    value: "FILE",
    help: "file to read",
    hidden: true,
  },
  ...reportFlags,
} as const;

/** What Butane says last when it gives up at a stage. */
const verdicts: Readonly<Record<Stage, string>> = {
  yaml: "Error unmarshaling yaml",
  variant: "the variant or its spec version is not known",
  source: "source config is invalid",
  generated: "config generated was invalid",
};

export const transpileCommand = defineCommand({
  name: "transpile",
  summary: "Turn a Butane document into an Ignition config.",
  words: "[options] [FILE]",
  details: "Without FILE, or with -, it reads standard input.\n",
  flags,
  oneOf: "file",
  run,
});

async function run({ values, words }: Parsed<typeof flags>): Promise<Status> {
  if (values.input && words.length > 0) {
    throw new UsageError("one file at a time");
  }
  if (values.version) {
    writeOutput("", `${versionLine}\n`);
    return 0;
  }

  const { name, text } = await readInput(values.input || words[0]);
  const directory = values["files-dir"];
  const { output, report, stopped } = transpile(text, {
    pretty: values.pretty,
    raw: values.raw,
    ...(directory && { files: nodeFileSource(directory) }),
  });
  say(
    values["raw-errors"]
      ? formatReport(report)
      : formatProblems(report.map(shownEntry), {
          file: name,
          text,
          ...styleFor(2, values),
        }),
  );
  if (output === null) {
    say(`Error translating config: ${verdicts[stopped ?? "generated"]}\n`);
    return 1;
  }
  if (values.strict && report.length > 0) {
    say("Config produced warnings and --strict was specified\n");
    return 1;
  }
  if (!values.check) writeOutput(values.output, `${output}\n`);
  return 0;
}
