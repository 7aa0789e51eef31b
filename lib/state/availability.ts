import { extensionById, type Extension } from "@/lib/butane";
import type { Preset } from "@/lib/preset";

/** Why an extension cannot be added now: a word for the card, and the sentence behind it. */
export interface Obstacle {
  readonly word: string;
  readonly reason: string;
}

/**
 * What keeps an extension from being added to a node, or null. A missing requirement is none: the other extension
 * may come next. Nor is a built-in one that is on: it is switched off together with adding.
 */
export function obstacleFor(
  extension: Extension,
  preset: Preset,
): Obstacle | null {
  const { chosen } = preset.extensions;
  if (chosen.some(({ id }) => id === extension.id)) {
    return { word: "chosen", reason: "On this node already." };
  }
  const rival = chosen.find(
    ({ id, own }) =>
      !own &&
      (extension.conflicts.includes(id) ||
        extensionById(id)?.conflicts.includes(extension.id)),
  );
  if (rival) {
    const title = extensionById(rival.id)?.title ?? rival.id;
    return { word: "conflicts", reason: `Not together with ${title}.` };
  }
  if (extension.since && isOlder(preset.target.release, extension.since)) {
    const since = extension.since.join(".");
    return {
      word: "too new",
      reason: `Comes with Flatcar ${since} and later.`,
    };
  }
  return null;
}

/** Whether an exact release is older; the empty one, the channel's current, is taken to be new enough. */
function isOlder(release: string, than: readonly number[]): boolean {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(release)?.slice(1).map(Number);
  if (!parts) return false;
  const at = than.findIndex((number, index) => number !== parts[index]);
  return at >= 0 && parts[at]! < than[at]!;
}
