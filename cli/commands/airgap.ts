import {
  isMirror,
  isPublic,
  kindWords,
  mirrorFiles,
  mirrorScript,
  mirrorSums,
  timeWords,
  type Fetch,
} from "@/lib/delivery/air-gap";
import { fetchesOfNode, onMirror } from "@/lib/pipeline";
import { toStored } from "@/lib/preset";
import { helpFlag, usageOf, type Command, type Status } from "../command";
import { parseFlags, UsageError } from "../flags";
import { say, writeOutput } from "../io";
import { readPreset, readWord } from "../preset-input";
import { formatProblems, visible } from "../report";
import { reportFlags, styleFor } from "../terminal";

const flags = {
  help: helpFlag,
  mirror: {
    short: "m",
    value: "URL",
    help: "write the preset with everything it fetches on this mirror",
  },
  script: { help: "write a shell script that fills a folder for the mirror" },
  sums: { help: "write the hashes that are known, for sha256sum -c" },
  json: { help: "write the list as JSON" },
  check: {
    short: "c",
    help: "end with 1 where a public address is left",
  },
  output: {
    short: "o",
    value: "FILE",
    help: "file to write to instead of standard output",
  },
  ...reportFlags,
} as const;

export const airgapCommand: Command = {
  name: "airgap",
  summary: "List everything a node fetches, and move it to a mirror.",
  words: "[options] [PRESET]",
  details:
    "PRESET is a file, a share link, or - for standard input; so is no PRESET at all.\n\nWhat containers pull from registries is not part of the list.\n",
  flags,
  run,
};

async function run(args: readonly string[]): Promise<Status> {
  const { values, words } = parseFlags(flags, args);
  if (values.help) {
    writeOutput("", usageOf(airgapCommand));
    return 0;
  }
  if (words.length > 1) throw new UsageError("one preset at a time");
  const asked = [
    values.script,
    values.sums,
    values.json,
    values.mirror !== "",
  ].filter(Boolean);
  if (asked.length > 1)
    throw new UsageError(
      "--script, --sums, --json and --mirror exclude each other",
    );
  if (values.mirror !== "" && !isMirror(values.mirror))
    throw new UsageError("--mirror is an http or https address of a folder");

  const input = await readWord(words[0]);
  const read = readPreset(input);
  if (!read.ok) {
    const style = { ...styleFor(2, values), file: input.name };
    say(formatProblems([read.problem], { ...style, text: input.text }));
    return 1;
  }
  const preset =
    values.mirror === "" ? read.preset : onMirror(read.preset, values.mirror);
  const fetches = preset && fetchesOfNode(preset);
  if (!preset || !fetches) {
    say(
      "Nothing was written: this node has no Ignition config (kindling check says why), so what it fetches is not known\n",
    );
    return 1;
  }
  const name = preset.identity.hostname || preset.name;
  writeOutput(
    values.output,
    values.mirror !== ""
      ? `${JSON.stringify(toStored(preset, { secrets: "keep" }), null, 2)}\n`
      : values.script
        ? mirrorScript(fetches, name)
        : values.sums
          ? mirrorSums(fetches)
          : values.json
            ? `${JSON.stringify(manifest(fetches), null, 2)}\n`
            : visible(table(fetches)),
  );
  if (!values.check) return 0;
  const open = openOnes(fetches, preset.target.mirror ?? "");
  for (const { url, kind } of open)
    say(visible(`public: ${url} (${kindWords[kind].toLowerCase()})\n`));
  return open.length > 0 ? 1 : 0;
}

/** What has to be on a mirror and is not; an address in a text may be anything. */
function openOnes(fetches: readonly Fetch[], mirror: string): Fetch[] {
  return fetches.filter(
    ({ kind, url }) => kind !== "named" && isPublic(url, mirror),
  );
}

function manifest(fetches: readonly Fetch[]) {
  const places = new Map(
    mirrorFiles(fetches).map(({ url, path }) => [url, path]),
  );
  return fetches.map(({ url, kind, when, hash, extension, in: where }) => ({
    url,
    kind,
    when,
    ...(hash ? { hash } : {}),
    ...(extension ? { extension } : {}),
    ...(where ? { in: where } : {}),
    ...(places.has(url) ? { path: places.get(url) } : {}),
  }));
}

function table(fetches: readonly Fetch[]): string {
  if (fetches.length === 0) return "This node fetches nothing.\n";
  return fetches
    .map(({ url, kind, when, hash, in: where }) =>
      [
        kindWords[kind].padEnd(17),
        timeWords[when].padEnd(15),
        (hash ? "hash" : "-").padEnd(5),
        `${url}${where ? ` (in ${where})` : ""}\n`,
      ].join(" "),
    )
    .join("");
}
