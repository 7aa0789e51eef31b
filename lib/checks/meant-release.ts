import { trackOf, type Release } from "@/lib/butane";
import type { Preset } from "@/lib/preset/preset";
import type { Fix } from "./check";
import type { Chosen } from "./extensions";

/** The release somebody probably meant: the same with or without its v, else the newest of the same track, else the newest. */
export function meantRelease(
  version: string,
  releases: readonly Release[],
  depth: 1 | 2 = 2,
): Release | undefined {
  const bare = (text: string) => text.replace(/^v/, "").trim();
  const track = trackOf(version, depth);
  return (
    releases.find((one) => bare(one.version) === bare(version)) ??
    releases.find(
      (one) => track !== null && trackOf(one.version, depth) === track,
    ) ??
    releases[0]
  );
}

/** The fix that takes a release, with the hash of the node's architecture; none without a release. */
export function fixTo(
  release: Release | undefined,
  one: Chosen,
  preset: Preset,
): { fix?: Fix } {
  if (!release) return {};
  const hash = release.hashes?.[preset.target.architecture] ?? "";
  return {
    fix: {
      label: `Use ${release.version}`,
      edits: [
        { path: one.at("version"), value: release.version },
        { path: one.at("hash"), value: hash },
      ],
    },
  };
}
