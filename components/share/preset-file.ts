"use client";

import { parsePreset, toStored, type Preset } from "@/lib/preset";
import { download, fileNameOf } from "./hand-over";

/** Saves a node as a preset file, without its secrets. */
export function downloadPreset(preset: Preset) {
  const json = JSON.stringify(toStored(preset, { secrets: "omit" }), null, 2);
  download(
    `${json}\n`,
    fileNameOf(preset.name || preset.identity.hostname, "kindling.json"),
  );
}

const largest = 2 ** 20;

/** The node of a preset file, or why it is none. */
export async function readPresetFile(file: File): Promise<Preset | string> {
  if (file.size > largest)
    return `${file.name} is larger than 1 MB, which no preset is.`;
  let stored: unknown;
  try {
    stored = JSON.parse(await file.text());
  } catch {
    return `${file.name} is not JSON.`;
  }
  const parsed = parsePreset(stored);
  return parsed.ok
    ? parsed.value
    : `${file.name} is JSON, but not a Kindling preset.`;
}
