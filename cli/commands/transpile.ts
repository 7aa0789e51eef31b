import { formatReport, transpile, type Stage } from "@/lib/butane";
import { helpFlag, usageOf, type Command, type Status } from "../command";
import { parseFlags, UsageError } from "../flags";
import { readInput, say, writeOutput } from "../io";
import { nodeFileSource } from "../node-file-source";
import { formatProblems } from "../report";
import { shownEntry } from "../shown";
import { reportFlags, styleFor } from "../terminal";
import { versionLine } from "../version";

// The names, letters and meanings are Butane's, so that a script can exchange the one program for the other.
const flags = {
  help: helpFlag,
  version: { short: "V", help: "say which version this is" },
  check: { short: "c", help: "only report problems, write nothing" },
  strict: { short: "s", help: "take every warning for an error" },
  pretty: { short: "p", help: "indent the JSON (a MachineConfig is YAML)" },
  raw: {
    short: "r",
    help: "write plain Ignition, never a MachineConfig around it",
  },
  "raw-errors": {
    help: "report in one fixed line a problem, for programs",
  },
  "files-dir": {
    short: "d",
    value: "DIRECTORY",
    help: "directory that local files and trees are read from",
  },
  output: {
    short: "o",
    value: "FILE",
    help: "file to write to instead of standard output",
  },
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

export const transpileCommand: Command = {
  name: "transpile",
  summary: "Turn a Butane document into an Ignition config.",
  words: "[options] [FILE]",
  details: "Without FILE, or with -, it reads standard input.\n",
  flags,
  run,
};

async function run(args: readonly string[]): Promise<Status> {
  const { values, words } = parseFlags(flags, args);
  if (words.length > (values.input ? 0 : 1)) {
    throw new UsageError("one file at a time");
  }
  if (values.help) return print(usageOf(transpileCommand));
  if (values.version) return print(`${versionLine}\n`);

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

function print(text: string): Status {
  writeOutput("", text);
  return 0;
}
