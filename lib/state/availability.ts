import {
  brokenConflicts,
  compareOsReleases,
  extensionById,
  formatOsRelease,
  type Extension,
} from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { releaseOf } from "@/lib/preset/os-release";

/** Why an extension cannot be added now: a word for the card, and the sentence behind it. */
export interface Obstacle {
  readonly word: "chosen" | "conflicts" | "too new";
  readonly reason: string;
}

/**
 * What keeps an extension from being added to a node, or null. A missing requirement does not: the other extension
 * may come next. Nor does a built-in one that is on: it is switched off together with adding, or by a fix.
 */
export function obstacleFor(
  extension: Extension,
  preset: Pick<Preset, "extensions" | "target">,
): Obstacle | null {
  const { extensions, target } = preset;
  if (extensions.chosen.some(({ id }) => id === extension.id)) {
    return { word: "chosen", reason: "On this node already." };
  }
  const rival = brokenConflicts(extension, extensions).find(
    (id) => !id.startsWith("builtin:"),
  );
  if (rival) {
    const title = extensionById(rival)?.title ?? rival;
    return { word: "conflicts", reason: `Not together with ${title}.` };
  }
  const release = releaseOf({ target });
  if (extension.since && compareOsReleases(release, extension.since) < 0) {
    const since = formatOsRelease(extension.since);
    return {
      word: "too new",
      reason: `Comes with Flatcar ${since} and later.`,
    };
  }
  return null;
}
