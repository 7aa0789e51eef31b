import type { Release } from "./catalogue";
import { compareVersions, trackOf } from "./version";

/** How far a version is behind what has been released. */
export interface Behind {
  /** Newer releases of the version's own series. */
  readonly inSeries: number;
  /** The newest of them; `null` where the version is the newest of its series, or has none. */
  readonly newestOfSeries: string | null;
  /** Newer releases of any series. */
  readonly total: number;
  /** The newest release of all that is newer than the version; `null` where there is none. */
  readonly newest: string | null;
}

/**
 * Compares a version with the releases that are known, the way systemd orders versions. `depth` says how many numbers make a
 * series. A version that was never released counts like any other.
 */
export function behindOf(
  version: string,
  releases: readonly Release[],
  depth: 1 | 2 = 2,
): Behind {
  const newer = releases
    .map((release) => release.version)
    .filter((other) => compareVersions(other, version) > 0)
    .sort((one, other) => compareVersions(other, one));
  const track = version === "" ? null : trackOf(version, depth);
  const mates = newer.filter((other) => trackOf(other, depth) === track);
  return {
    inSeries: track === null ? 0 : mates.length,
    newestOfSeries: track === null ? null : (mates[0] ?? null),
    total: version === "" ? 0 : newer.length,
    newest: version === "" ? null : (newer[0] ?? null),
  };
}
