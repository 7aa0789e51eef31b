import { toStored, type Preset } from "@/lib/preset";
import { encodeShare } from "./codec";

/** How long a preset is as a link, beside what others would make of the same text. */
export interface LinkLength {
  readonly name: string;
  /** Characters of the stored preset as JSON. */
  readonly json: number;
  /** Characters after `#`. */
  readonly link: number;
  /** Characters that `compress` makes of the same JSON. */
  readonly other: number;
}

/**
 * Measures presets as links. `compress` is what to compare with, lz-string's `compressToEncodedURIComponent`: it comes
 * in as an argument because it is a development dependency.
 */
export function measureLinks(
  presets: Iterable<readonly [name: string, preset: Preset]>,
  compress: (text: string) => string,
): LinkLength[] {
  return Array.from(presets, ([name, preset]) => {
    const json = JSON.stringify(toStored(preset, { secrets: "omit" }));
    return {
      name,
      json: json.length,
      link: encodeShare(preset).link.length,
      other: compress(json).length,
    };
  });
}
