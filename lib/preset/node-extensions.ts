import { parseOsRelease, type NodeExtensions } from "@/lib/butane";
import type { Preset } from "./preset";

/** Where images come from when a preset names no other place. Part of what a preset means, so it never changes. */
export const flatcarBakery = "https://extensions.flatcar.org/extensions/";

/** What the extensions of a node depend on, gathered from the sections that decide it. */
export function nodeExtensions(preset: Preset): NodeExtensions {
  const release = parseOsRelease(preset.target.release);
  return {
    chosen: preset.extensions.chosen,
    builtinOff: preset.extensions.builtinOff,
    bakery: preset.extensions.bakery || flatcarBakery,
    architecture: preset.target.architecture,
    coordinator: preset.updates.coordinator,
    officialOff: {
      names: preset.layers.officialOff,
      origin: ["layers", "officialOff"],
    },
    ...(release ? { release } : {}),
    ...(preset.extensions.keyring
      ? { keyring: preset.extensions.keyring }
      : {}),
  };
}
