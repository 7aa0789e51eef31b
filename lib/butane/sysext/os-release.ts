/** A Flatcar release: `[4593, 2, 5]`. */
export type OsRelease = readonly [number, number, number];

/** First release whose initrd merges the images, so that presets, users and folders of an image are seen in time. */
export const mergesInInitrd: OsRelease = [4628, 0, 0];

/**
 * What each channel offered in August 2026. Only for advice: a document must not change when a channel moves on.
 */
export const channelReleases: Readonly<Record<string, OsRelease>> = {
  stable: [4593, 2, 5],
  beta: [4757, 1, 0],
  alpha: [4790, 0, 0],
  "lts-2024": [4081, 3, 10],
  "lts-2023": [3510, 3, 8],
};

/** Reads `4593.2.5`; `null` for anything else. */
export function parseOsRelease(text: string): OsRelease | null {
  const parts = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(text.trim());
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : null;
}

/** Negative when `one` is older. */
export function compareOsReleases(one: OsRelease, other: OsRelease): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

/** Writes `4593.2.5`. */
export function formatOsRelease(release: OsRelease): string {
  return release.join(".");
}
