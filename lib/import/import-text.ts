import {
  ignitionToButane,
  isFatal,
  sentenceFor,
  transpile,
  type Entry,
  type Report,
} from "@/lib/butane";
import { compose, read, type Preset } from "@/lib/preset";
import { openShare } from "@/lib/share/codec";
import { refusalOf } from "@/lib/share/refusal";
import { fromCloudConfig } from "./cloud-config";
import { detect, type Detected } from "./detect";
import type { ImportAnswer, Imported, NotImported } from "./imported";
import type { NotCarriedOver } from "./not-carried-over";
import { readPresetText } from "./preset-text";
import { insideBase64 } from "./unpack";

/** More than any platform takes; longer ones are not looked at. */
export const longestImport = 2 ** 20;

/**
 * Makes a node of what somebody has: a preset, a share link, a Butane document, an Ignition config or a cloud-config. Everything
 * else is refused with what it is and what to do; nothing is ever guessed.
 */
export function importText(text: string): ImportAnswer {
  const bare = text.trim();
  if (bare === "") return refuse(text, "unknown", "There is nothing to open.");
  if (text.length > longestImport) return tooLarge;
  const found = detect(text);
  const inside = found.is === "unknown" ? insideBase64(bare) : null;
  if (inside) return importText(inside);
  // A byte order mark is a part of a Butane document, and would be a mistake in JSON.
  return open(
    found.is === "butane" ? text : text.replace(/^\ufeff/, ""),
    found,
  );
}

/** Told of files before they are read, too. */
export const tooLarge: NotImported = refuse(
  "",
  "unknown",
  "This is larger than 1 MiB, which no node's config is.",
);

function open(text: string, found: Detected): ImportAnswer {
  switch (found.is) {
    case "link":
      return openLink(text, found.link);
    case "preset":
      return openPreset(text);
    case "butane":
      return openButane(text);
    case "ignition":
      return openIgnition(text);
    case "cloud-config":
      return openCloudConfig(text);
    case "foreign":
      return { ...refuse(text, "foreign", found.sentence), why: found.why };
    case "unknown":
      return {
        ...refuse(text, "unknown", "This is nothing that can be opened here."),
        why: "It can be a preset or a link of Kindling's, a Butane document, an Ignition config (JSON, version 3) or a cloud-config.",
      };
  }
}

function openLink(text: string, link: string): ImportAnswer {
  const opened = openShare(link);
  if (!opened.ok) return refuse(text, "link", refusalOf(opened.error));
  const { preset, leftOut } = opened.value;
  return { ...imported("link", "a link of Kindling's", text, preset), leftOut };
}

function openPreset(text: string): ImportAnswer {
  const preset = readPresetText(text);
  if (preset.ok)
    return imported("preset", "a preset of Kindling's", text, preset.value);
  const { sentence, range } = preset.error;
  return { ...refuse(text, "preset", sentence), range };
}

function openButane(text: string): ImportAnswer {
  const { report } = transpile(text);
  const reading = read(text);
  if (!reading.ok)
    return invalid(text, "butane", "This Butane document", reading.error);
  const { preset } = reading.value;
  const { variant, spec } = preset.target;
  const title = `a Butane document, ${variant} ${spec}`;
  return { ...imported("butane", title, text, preset), report };
}

function openIgnition(text: string): ImportAnswer {
  const { butane, report, leftOut, version } = ignitionToButane(text);
  if (butane === null)
    return invalid(text, "ignition", "This Ignition config", report);
  const reading = read(butane);
  if (!reading.ok)
    return invalid(text, "ignition", "This Ignition config", reading.error);
  return {
    ...imported(
      "ignition",
      `an Ignition config, version ${version}`,
      text,
      reading.value.preset,
    ),
    report: report.filter((entry) => !leftOut.includes(entry)),
    notCarriedOver: leftOut.map(lost),
  };
}

function lost(entry: Entry): NotCarriedOver {
  const { sentence, why } = sentenceFor(entry);
  return {
    what: entry.path.join("."),
    why: why ? `${sentence} ${why}` : sentence,
    ...(entry.range && { line: entry.range.start.line }),
  };
}

function openCloudConfig(text: string): ImportAnswer {
  const { preset, report, notCarriedOver } = fromCloudConfig(text);
  if (!preset) {
    const refused = invalid(text, "cloud-config", "This cloud-config", report);
    const isYaml = report.length === 0;
    return isYaml
      ? { ...refused, why: "It has to be keys and their values." }
      : refused;
  }
  // Reading what was made of it shows in the forms what the file said in other places.
  const reading = read(compose(preset).text, preset);
  const node = reading.ok ? reading.value.preset : preset;
  return {
    ...imported("cloud-config", "a cloud-config", text, node),
    notCarriedOver,
  };
}

function imported(
  kind: Imported["kind"],
  title: string,
  text: string,
  preset: Preset,
): Imported {
  const nothing = { report: [], notCarriedOver: [], leftOut: [] };
  return { ok: true, kind, title, text, preset, ...nothing };
}

function refuse(
  text: string,
  kind: NotImported["kind"],
  sentence: string,
): NotImported {
  return { ok: false, kind, sentence, text, report: [] };
}

/** What its own validator refuses: the entries say what and where. */
function invalid(
  text: string,
  kind: NotImported["kind"],
  what: string,
  report: Report,
): NotImported {
  const first = report.find(isFatal);
  return {
    ...refuse(text, kind, `${what} cannot be opened as it is.`),
    report,
    range: first?.range,
  };
}
