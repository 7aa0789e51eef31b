import { compareOsReleases, type OsRelease } from "./os-release";

/** What a Flatcar release has to bring before something can be chosen. */
export interface OsFeature {
  readonly since: OsRelease;
  /** Ends a sentence: `Flatcar 3510.2.0 brought …`. */
  readonly what: string;
}

/** First releases of what nodes are set up with, from Flatcar's release notes; oldest first. */
export const osFeatures = {
  extensions: {
    since: [3185, 0, 0],
    what: "system extensions that Ignition may bring along",
  },
  sysupdate: {
    since: [3510, 2, 0],
    what: "systemd-sysupdate",
  },
  "spec-3.4": { since: [3535, 0, 0], what: "Ignition's spec 3.4" },
  "etc-overlay": {
    since: [3535, 0, 0],
    what: "defaults of /etc in a layer of their own",
  },
  "oem-extensions": {
    since: [3637, 0, 0],
    what: "cloud vendors' tools as extensions",
  },
  "builtin-extensions": {
    since: [3794, 0, 0],
    what: "Docker and containerd as extensions that can be switched off",
  },
  "own-extensions": {
    since: [3913, 0, 0],
    what: "extensions of Flatcar's own, ZFS the first",
  },
  "reload-manager": {
    since: [3913, 0, 0],
    what: "images that have systemd read its units again",
  },
  mutable: {
    since: [3975, 0, 0],
    what: "hierarchies that stay writable while images are merged",
  },
  "merge-in-initrd": {
    since: [4628, 0, 0],
    what: "images that are merged before anything else starts",
  },
  "partitions-without-number": {
    since: [4722, 0, 0],
    what: "partitions whose number is left open",
  },
} as const satisfies Readonly<Record<string, OsFeature>>;

/** What some releases of Flatcar have and older ones do not. */
export type OsFeatureId = keyof typeof osFeatures;

/** Whether a release has something. */
export function hasFeature(release: OsRelease, id: OsFeatureId): boolean {
  return compareOsReleases(release, osFeatures[id].since) >= 0;
}

/** Releases with a newer systemd than the one before, oldest first. */
const systemds: readonly (readonly [OsRelease, number])[] = [
  [[3185, 0, 0], 250],
  [[3480, 0, 0], 251],
  [[3510, 0, 0], 252],
  [[3913, 0, 0], 255],
  [[4230, 0, 0], 256],
  [[4487, 0, 0], 257],
  [[4628, 0, 0], 258],
  [[4722, 0, 0], 260],
];

/** The systemd of a release as far as it is documented; `null` before 3185. */
export function systemdOf(release: OsRelease): number | null {
  const known = systemds.findLast(
    ([since]) => compareOsReleases(release, since) >= 0,
  );
  return known ? known[1] : null;
}
