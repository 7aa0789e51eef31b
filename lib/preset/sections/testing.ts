import { parsePreset } from "../parse-preset";
import type { Preset } from "../preset";
import { read } from "../read/read";

/** A stored preset, its defaults filled in. */
export function presetOf(stored: object): Preset {
  const parsed = parsePreset({ kindling: 1, ...stored });
  if (!parsed.ok) throw new Error(parsed.error.sentence);
  return parsed.value;
}

/** The preset of a text that is opened; what it cannot say is that of before. */
export function opened(text: string, prior?: Preset): Preset {
  const reading = read(text, prior);
  if (!reading.ok) throw new Error(reading.error[0]?.code);
  return reading.value.preset;
}
