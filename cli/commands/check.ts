import {
  checkIgnitionText,
  formatPath,
  isFatal,
  transpile,
  type Catalogue,
} from "@/lib/butane";
import {
  adviceOn,
  readText,
  run as runPipeline,
  type Problem,
} from "@/lib/pipeline";
import { emptyPreset } from "@/lib/preset";
import catalogue from "@/public/catalogue.json";
import {
  defineCommand,
  filesDirFlag,
  strictFlag,
  type Status,
} from "../command";
import type { Parsed } from "../flags";
import { writeOutput } from "../io";
import { nodeFileSource } from "../node-file-source";
import {
  looksLikePreset,
  readPreset,
  readWord,
  type Input,
} from "../preset-input";
import { formatProblems, visible, type Shown } from "../report";
import { missingSecrets, shownEntry, shownProblems, worst } from "../shown";
import { reportFlags, styleFor } from "../terminal";

const flags = {
  strict: strictFlag,
  "files-dir": filesDirFlag,
  ...reportFlags,
} as const;

export const checkCommand = defineCommand({
  name: "check",
  summary:
    "Say what is wrong with a Butane document, a preset or an Ignition config.",
  words: "[options] [FILE]",
  details:
    "What FILE holds is seen from its text; it may also be a share link, or - for\nstandard input. Ends with 1 when something would keep the node from starting.\nA Butane document names no platform, so nothing is said of one and its limits.\n\nIgnition is known from 3.0.0 to 3.7.0-experimental. The experimental one adds nothing\nto 3.6.0 yet; no node but one with an Ignition of that very spec takes it.\n",
  flags,
  oneOf: "file",
  run,
});

async function run({ values, words }: Parsed<typeof flags>): Promise<Status> {
  const input = await readWord(words[0]);
  const { shown, text } = checkByLooks(input, values["files-dir"]);
  // The report is what was asked for, so it goes where output goes.
  const style = { ...styleFor(1, values), file: input.name, text };
  writeOutput(
    "",
    `${formatProblems(shown, style)}${input.name}: ${summary(shown)}\n`,
  );
  const kind = worst(shown);
  return kind === "error" || (values.strict && kind) ? 1 : 0;
}

interface Checked {
  readonly shown: readonly Shown[];
  /** What lines and columns count in. */
  readonly text: string;
}

function checkByLooks(input: Input, directory: string): Checked {
  if (looksLikePreset(input.text)) return checkPreset(input);
  // Butane may be written as JSON as well; it has a variant then, which Ignition has not.
  const { text } = input;
  const isIgnition = /^\s*\{/.test(text) && !/"variant"\s*:/.test(text);
  return isIgnition ? checkIgnition(text) : checkButane(text, directory);
}

function checkIgnition(text: string): Checked {
  return { shown: checkIgnitionText(text).report.map(shownEntry), text };
}

function checkPreset(input: Input): Checked {
  const read = readPreset(input);
  if (!read.ok) return { shown: [read.problem], text: input.text };
  const outcome = runPipeline(read.preset, catalogue as Catalogue);
  const shown = [
    ...shownProblems(outcome.problems),
    ...missingSecrets(read.preset, read.leftOut),
  ];
  return { shown, text: outcome.butane };
}

/** What Butane says, and where that stops nothing, what it does not. */
function checkButane(text: string, directory: string): Checked {
  const transpiled = transpile(
    text,
    directory ? { files: nodeFileSource(directory) } : {},
  );
  const shown = transpiled.report.map(shownEntry);
  const node = transpiled.report.some(isFatal)
    ? null
    : readText(text, emptyPreset());
  if (!node?.ok) return { shown, text };
  const advice = adviceOn(node.preset, catalogue as Catalogue, transpiled);
  return { shown: [...shown, ...advice.map(shownInText)], text };
}

/** The place says it all: the text has no fields. */
function shownInText({ kind, sentence, why, path, range }: Problem): Shown {
  return {
    kind,
    sentence,
    why,
    path: path && path.length > 0 ? formatPath(path) : undefined,
    range,
  };
}

function summary(shown: readonly Shown[]): string {
  const counts = (["error", "warning", "info"] as const).flatMap((kind) => {
    const count = shown.filter((one) => one.kind === kind).length;
    const word = kind === "info" ? "note" : kind;
    return count > 0 ? [`${count} ${word}${count === 1 ? "" : "s"}`] : [];
  });
  return visible(counts.join(", ") || "no problems");
}
