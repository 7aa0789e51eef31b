import {
  channelReleases,
  formatOsRelease,
  parseOsRelease,
  type OsRelease,
} from "@/lib/butane";
import type { Preset } from "./preset";

/** The OS release a node starts with: the one it names, else what its channel offered when this was written. */
export function releaseOf({ target }: Pick<Preset, "target">): OsRelease {
  return (
    parseOsRelease(target.release) ??
    channelReleases[target.channel] ?? [0, 0, 0]
  );
}

/** `Flatcar 4593.2.5`, or `Flatcar 4593.2.5 (stable)` where only the channel is chosen. */
export function releaseName(preset: Pick<Preset, "target">): string {
  const release = formatOsRelease(releaseOf(preset));
  return preset.target.release
    ? `Flatcar ${release}`
    : `Flatcar ${release} (${preset.target.channel})`;
}
