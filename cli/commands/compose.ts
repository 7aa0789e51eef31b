import { isatty } from "node:tty";
import type { Catalogue } from "@/lib/butane";
import { capiOf, type CapiOptions } from "@/lib/delivery/capi";
import { platforms } from "@/lib/delivery/platforms";
import { run as runPipeline, type Outcome, type Problem } from "@/lib/pipeline";
import type { Preset } from "@/lib/preset";
import catalogue from "@/public/catalogue.json";
import { defineCommand, outputFlag, strictFlag, type Status } from "../command";
import { UsageError, type Parsed, type Values } from "../flags";
import { say, writeOutput } from "../io";
import { onPlatform, platformFor } from "../platform-flag";
import { openPreset } from "../preset-input";
import { formatProblems } from "../report";
import { missingSecrets, shownProblems, worst } from "../shown";
import { reportFlags, styleFor } from "../terminal";
import { formOf, problemsOf, refuseAtTerminal, takenAs } from "./taken-as";

const flags = {
  ignition: {
    short: "i",
    help: "write the Ignition config instead of Butane",
  },
  pretty: { short: "p", help: "indent the JSON of --ignition" },
  "user-data": {
    short: "u",
    value: "PLATFORM",
    help: "write exactly what the platform gets",
  },
  as: {
    value: "FORM",
    help: "with --user-data: another encoding (base64, gzip+base64) or an image (config-drive, …) that the platform takes",
  },
  capi: {
    value: "ROLE",
    bare: "control-plane",
    help: "write the manifest for Cluster API: control-plane or worker",
  },
  kubectl: {
    help: "with --capi: to be applied as it is, and not a template for clusterctl",
  },
  "capi-version": {
    value: "VERSION",
    fallback: "v1beta2",
    help: "with --capi: version of Cluster API's types, v1beta1 or v1beta2",
  },
  "hand-over": {
    value: "WAY",
    help: "with --user-data: whole, wrapped (packed with gzip) or pointer, in place of the preset's",
  },
  address: {
    value: "URL",
    help: "where the pointer finds the config",
  },
  upload: {
    value: "FILE",
    help: "with a pointer: file to write what belongs at its address",
  },
  strict: strictFlag,
  output: outputFlag,
  ...reportFlags,
} as const;

export const composeCommand = defineCommand({
  name: "compose",
  summary: "Turn a preset into Butane, Ignition or user data.",
  words: "[options] [PRESET]",
  details:
    `PRESET is a file, a share link, or - for standard input; so is no PRESET at all.

Platforms: ${platforms.map(({ id }) => id).join(", ")}.
`.replace(/(.{1,76})(?:\s|$)/g, "$1\n"),
  flags,
  oneOf: "preset",
  run,
});

async function run({ values, words }: Parsed<typeof flags>): Promise<Status> {
  const { platform, form, capi } = wishesOf(values);
  const style = styleFor(2, values);
  const { input, leftOut, ...read } = await openPreset(words[0], style);
  const preset = handedOver(onPlatform(read.preset, platform), values);
  const outcome = runPipeline(preset, catalogue as Catalogue);
  const manifest = capi ? capiOf(preset, outcome.butane, capi) : null;
  // Advice has its own command, `check`; here only what went wrong or may go wrong is worth a line.
  const shown = [
    ...shownProblems(
      platform ? problemsOf(preset, outcome, form) : ofConfig(outcome),
    ).filter(({ kind }) => kind !== "info"),
    ...missingSecrets(preset, leftOut),
    ...(manifest?.problems ?? []).filter(({ kind }) => kind !== "info"),
  ];
  const place = { file: input.name, text: outcome.butane };
  say(formatProblems(shown, { ...style, ...place }));
  const kind = worst(shown);
  if (kind === "error" || (values.strict && kind)) {
    say(
      kind === "error"
        ? "Nothing was written: the node would not start like this\n"
        : "Nothing was written: there are warnings and --strict was specified\n",
    );
    return 1;
  }
  const upload = outcome.handOver?.upload;
  if (values.upload !== "" && !upload) {
    say("Nothing was written: nothing points to a config of this variant\n");
    return 1;
  }
  if (upload && values.upload !== "") writeOutput(values.upload, upload.text);
  writeOutput(
    values.output,
    form && outcome.userData
      ? takenAs(outcome.userData, form)
      : (manifest?.text ?? outputOf(outcome, values)),
  );
  return 0;
}

/**
 * The problems for who asks for the config itself: what keeps it from being handed over, a missing address or the platform's limit, keeps
 * nobody from having it.
 */
function ofConfig({ problems }: Outcome): readonly Problem[] {
  return problems.map((problem) =>
    problem.kind === "error" && /^(?:hand-over|user-data)-/.test(problem.code)
      ? { ...problem, kind: "warning" }
      : problem,
  );
}

/** What is asked for instead of Butane, as far as it goes together. */
function wishesOf(values: Values<typeof flags>) {
  const platform = platformFor(values["user-data"]);
  if (platform && values.ignition) {
    throw new UsageError("--ignition and --user-data exclude each other");
  }
  const form = formOf(values.as, platform);
  refuseAtTerminal(form, values.output);
  const capi = capiOptions(values);
  if (capi && (platform || values.ignition)) {
    throw new UsageError("--capi excludes --ignition and --user-data");
  }
  return { platform, form, capi };
}

/** What `--capi` asks for; `null` without it. */
function capiOptions(values: Values<typeof flags>): CapiOptions | null {
  const { capi: role, kubectl, "capi-version": api } = values;
  if (role === "") {
    if (kubectl) throw new UsageError("--kubectl needs --capi");
    return null;
  }
  if (role !== "control-plane" && role !== "worker")
    throw new UsageError(`--capi is control-plane or worker, not ${role}`);
  if (api !== "v1beta1" && api !== "v1beta2")
    throw new UsageError(`--capi-version is v1beta1 or v1beta2, not ${api}`);
  return { role, api, for: kubectl ? "kubectl" : "clusterctl" };
}

/** The preset with the way that the command line asks for. */
function handedOver(preset: Preset, values: Values<typeof flags>): Preset {
  const { "hand-over": way, address, upload } = values;
  const { handOver, handOverFrom, ...target } = preset.target;
  if (!["", "whole", "wrapped", "pointer"].includes(way))
    throw new UsageError(
      `--hand-over is whole, wrapped or pointer, not ${way}`,
    );
  const chosen = way === "" ? handOver : way;
  if (address !== "" && chosen !== "pointer")
    throw new UsageError("--address needs a pointer: --hand-over=pointer");
  if (upload !== "" && chosen !== "pointer")
    throw new UsageError("--upload needs a pointer: --hand-over=pointer");
  const from = address || handOverFrom;
  return {
    ...preset,
    target: {
      ...target,
      ...(chosen === "wrapped" || chosen === "pointer"
        ? { handOver: chosen }
        : {}),
      ...(from ? { handOverFrom: from } : {}),
    },
  };
}

function outputOf(
  { butane, ignition, compact, userData }: Outcome,
  values: Values<typeof flags>,
): string {
  if (values["user-data"]) {
    // A line break at the end would be a byte that the platform counts: only a person at a terminal wants it.
    const forPerson = values.output === "" && isatty(1);
    return userData!.text + (forPerson ? "\n" : "");
  }
  if (values.ignition) return `${values.pretty ? ignition : compact}\n`;
  return butane;
}
