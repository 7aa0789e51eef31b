import {
  crowdedFiles,
  hasLogin,
  isMirror,
  isPublic,
  kindWords,
  mirrorFiles,
  mirrorScript,
  mirrorSums,
  timeWords,
  withoutLogin,
  type Fetch,
} from "@/lib/delivery/air-gap";
import { fetchesOfNode, onMirror } from "@/lib/pipeline";
import { toStored, type Preset } from "@/lib/preset";
import { defineCommand, outputFlag, type Status } from "../command";
import { UsageError, type Parsed, type Values } from "../flags";
import { say, writeOutput } from "../io";
import { openPreset } from "../preset-input";
import { visible } from "../report";
import { reportFlags, styleFor } from "../terminal";

const flags = {
  mirror: {
    short: "m",
    value: "URL",
    help: "write the preset with everything it fetches on this mirror",
  },
  script: {
    help: "write a shell script that fills a folder for the mirror; logins come from ~/.netrc",
  },
  sums: { help: "write the hashes that are known, for sha256sum -c" },
  json: { help: "write the list as JSON" },
  check: {
    short: "c",
    help: "end with 1 where a public address is left",
  },
  output: outputFlag,
  ...reportFlags,
} as const;

export const airgapCommand = defineCommand({
  name: "airgap",
  summary: "List everything a node fetches, and move it to a mirror.",
  words: "[options] [PRESET]",
  details:
    "PRESET is a file, a share link, or - for standard input; so is no PRESET at all.\n\nWhat containers pull from registries is not part of the list. Addresses are written without the logins in them; the preset of --mirror is written as it is.\n",
  flags,
  oneOf: "preset",
  run,
});

async function run({ values, words }: Parsed<typeof flags>): Promise<Status> {
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

  const { preset: own } = await openPreset(words[0], styleFor(2, values));
  const preset = values.mirror === "" ? own : onMirror(own, values.mirror);
  const fetches = preset && fetchesOfNode(preset);
  if (!preset || !fetches) {
    say(
      "Nothing was written: this node has no Ignition config (kindling check says why), so what it fetches is not known\n",
    );
    return 1;
  }
  for (const { url, other } of crowdedFiles(fetches))
    say(
      visible(
        `no place of its own on a mirror: ${withoutLogin(url)}, because of ${withoutLogin(other)}; it stays as it is\n`,
      ),
    );
  writeOutput(values.output, outputOf(preset, fetches, values));
  if (!values.check) return 0;
  const open = openOnes(fetches, preset.target.mirror ?? "");
  for (const { url, kind } of open)
    say(
      visible(
        `public: ${withoutLogin(url)} (${kindWords[kind].toLowerCase()})\n`,
      ),
    );
  return open.length > 0 ? 1 : 0;
}

function outputOf(
  preset: Preset,
  fetches: readonly Fetch[],
  values: Values<typeof flags>,
): string {
  if (values.mirror !== "")
    return `${JSON.stringify(toStored(preset, { secrets: "keep" }), null, 2)}\n`;
  if (values.script)
    return mirrorScript(fetches, preset.identity.hostname || preset.name);
  if (values.sums) return mirrorSums(fetches);
  if (values.json) return `${JSON.stringify(manifest(fetches), null, 2)}\n`;
  return visible(table(fetches));
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
    url: withoutLogin(url),
    ...(hasLogin(url) ? { login: true } : {}),
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
        `${withoutLogin(url)}${where ? ` (in ${where})` : ""}${hasLogin(url) ? " (login left out)" : ""}\n`,
      ].join(" "),
    )
    .join("");
}
