import {
  bootOf,
  type Boot,
  type BootStep,
  type NodeFile,
  type NodeFolder,
} from "@/lib/boot";
import { readText } from "@/lib/pipeline";
import { compose, emptyPreset, type Preset } from "@/lib/preset";
import { defineCommand, type Status } from "../command";
import { UsageError, type Parsed } from "../flags";
import { say, writeOutput } from "../io";
import {
  looksLikePreset,
  readPreset,
  readWord,
  type Input,
} from "../preset-input";
import { formatProblems, visible, type Shown } from "../report";
import { shownProblems } from "../shown";
import { reportFlags, styleFor } from "../terminal";

const flags = {
  files: { short: "f", help: "list the files that are on the node then" },
  json: { help: "write the steps as JSON" },
  ...reportFlags,
} as const;

export const bootCommand = defineCommand({
  name: "boot",
  summary: "Tell what a node does on its first boot, in order.",
  words: "[options] [FILE]",
  details:
    "FILE is a preset, a share link, a Butane document, or - for standard input. All is\ntold from the config alone: nothing is fetched, and how long anything takes is not known.\nOf a Butane document, release and platform are those of an empty node.\n",
  flags,
  oneOf: "file",
  run,
});

async function run({ values, words }: Parsed<typeof flags>): Promise<Status> {
  if (values.files && values.json)
    throw new UsageError("--files and --json exclude each other");
  const input = await readWord(words[0]);
  const read = nodeIn(input);
  const boot = "preset" in read ? bootOf(read.preset, read.butane) : null;
  if (!boot) {
    const problems = "problems" in read ? read.problems : [noBoot(read.preset)];
    const style = { ...styleFor(2, values), file: input.name };
    say(formatProblems(problems, { ...style, text: input.text }));
    return 1;
  }
  writeOutput(
    "",
    values.json
      ? `${JSON.stringify(boot.phases, null, 2)}\n`
      : visible(values.files ? listed(boot.root) : told(boot)),
  );
  return 0;
}

function noBoot({ target: { variant } }: Preset): Shown {
  if (variant !== "flatcar")
    return {
      kind: "error",
      sentence: `A first boot is told of Flatcar alone, and this is for the variant ${variant}.`,
    };
  return {
    kind: "error",
    sentence: "This makes no Ignition config, so there is no first boot.",
    why: "kindling check says what is wrong with it.",
  };
}

type NodeIn =
  | { readonly preset: Preset; readonly butane: string }
  | { readonly problems: readonly Shown[] };

function nodeIn(input: Input): NodeIn {
  if (looksLikePreset(input.text)) {
    const read = readPreset(input);
    return read.ok
      ? { preset: read.preset, butane: compose(read.preset).text }
      : { problems: [read.problem] };
  }
  const read = readText(input.text, emptyPreset());
  return read.ok
    ? { preset: read.preset, butane: input.text }
    : { problems: shownProblems(read.problems) };
}

function told({ phases }: Boot): string {
  return phases
    .map(({ title, steps }) => `${title}\n${steps.map(stepLines).join("")}`)
    .join("\n");
}

function stepLines({ title, note, network, unverified, items }: BootStep) {
  const about = [note, unverified && `Not verified: ${unverified}`];
  return [
    `  * ${title}${network ? " (needs the network)" : ""}`,
    ...about.filter(Boolean).map((one) => `      ${one}`),
    ...items.map(
      ({ name, what }) => `    - ${oneLine(name + (what ? `: ${what}` : ""))}`,
    ),
    "",
  ].join("\n");
}

/** A path may have a line break in it, and would pass for two. */
const oneLine = (text: string) => text.replace(/[\r\n]/g, "\ufffd");

/** What is to be said of a file that is not known before the node is there. */
function notYet({ content }: NodeFile & { readonly kind: "file" }) {
  const random = content.find((part) => "random" in part);
  if (!random) return undefined;
  return random.random === "key"
    ? "a random key"
    : "with a UUID that is known on the first boot";
}

/** One line for each entry, as `ls -l` orders what it says. */
function listed(folder: NodeFolder): string {
  const { own, path, folders, entries } = folder;
  const mode = (bits: number | undefined) =>
    bits === undefined ? "-" : bits.toString(8).padStart(4, "0");
  const line = (rights: string, owner: string, what: string) =>
    `${rights.padEnd(4)} ${oneLine(owner).padEnd(14)} ${oneLine(what)}\n`;
  const ownPath = path === "/" ? path : `${path}/`;
  const about = (note: string | undefined) => (note ? ` (${note})` : "");
  const ownLine = own
    ? line(
        mode(own.mode),
        `${own.user}:${own.group}`,
        ownPath + about(own.note),
      )
    : "";
  return [
    ownLine,
    ...folders.map(listed),
    ...entries.map((one) => {
      if (one.kind === "overlaid")
        return line("-", "-", `${one.path} (${one.image})`);
      const owner = `${one.user}:${one.group}`;
      if (one.kind === "file")
        return line(mode(one.mode), owner, one.path + about(notYet(one)));
      const arrow = one.kind === "link" ? "->" : "=";
      return line("-", owner, `${one.path} ${arrow} ${one.target}`);
    }),
  ].join("");
}
