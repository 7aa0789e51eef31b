import type { Preset } from "@/lib/preset";
import { sha256Of } from "../images";
import { mirrored } from "../nodes";
import { architecture, releaseImage } from "./images";

/**
 * A preset as it is tried here: with images of this machine's architecture that are made in `images`, served at `bakery`, and whose
 * hashes stand beside their versions.
 */
export function asTried(wish: Preset, bakery: string, images: string): Preset {
  return withHashes(mirrored(onThisMachine(wish), bakery), images);
}

/** Images of this machine's architecture, on a node that names no other. */
function onThisMachine(preset: Preset): Preset {
  return { ...preset, target: { ...preset.target, architecture } };
}

/** The preset with its images made, and the hash of each beside its version. */
function withHashes(preset: Preset, images: string): Preset {
  const chosen = preset.extensions.chosen.map((each) =>
    each.version === "" || each.own || each.bakery || each.firstBoot
      ? each
      : {
          ...each,
          hash: `sha256-${sha256Of(releaseImage(images, each.id, each.version))}`,
        },
  );
  return { ...preset, extensions: { ...preset.extensions, chosen } };
}
