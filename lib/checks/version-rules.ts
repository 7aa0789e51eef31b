import {
  bakeryBase,
  bakeryOf,
  type Catalogue,
  type Extension,
  type Release,
} from "@/lib/butane";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import type { Preset } from "@/lib/preset/preset";
import type { Finding } from "./check";
import type { Chosen } from "./extensions";
import { fixTo, meantRelease } from "./meant-release";
import { short } from "./short";

/** The version of an extension that Ignition fetches, and what is known about it. */
export interface FetchedVersion {
  readonly one: Chosen;
  readonly extension: Extension;
  readonly preset: Preset;
  readonly catalogue: Catalogue;
  /** What the catalogue knows of it, the newest first. */
  readonly releases: readonly Release[];
}

/** What is wrong with a version; null where this rule has nothing to say. */
type Rule = (fetched: FetchedVersion) => Omit<Finding, "field"> | null;

const missing: Rule = ({ one, preset, releases }) =>
  one.chosen.version === ""
    ? {
        kind: "error",
        code: "version-missing",
        sentence: `${one.title} has no version, so its image has no address and the first boot stops.`,
        ...fixTo(releases[0], one, preset),
      }
    : null;

const ofAnotherBakery: Rule = ({ one, preset, catalogue, releases }) => {
  const { chosen, title } = one;
  const bakery = bakeryOf(nodeExtensions(preset), chosen);
  return isReleased(chosen.version, releases) ||
    bakery === bakeryBase(catalogue.bakery)
    ? null
    : {
        kind: "info",
        code: "version-of-another-bakery",
        sentence: `Whether ${hostOf(bakery)} has ${short(chosen.version)} of ${title} is not known here: without it the download ends in 404 and the first boot stops.`,
      };
};

const neverReleased: Rule = (fetched) => {
  const { chosen, title } = fetched.one;
  return fetched.extension.neverReleased?.includes(chosen.version)
    ? {
        kind: "error",
        code: "version-never-released",
        sentence: `${short(chosen.version)} of ${title} was never released, though documentation names it: its download ends in 404 and the first boot stops.`,
        ...fixToMeant(fetched),
      }
    : null;
};

const broken: Rule = ({ one, extension, preset, releases }) => {
  const { brokenVersions } = extension;
  const { chosen, title } = one;
  if (!brokenVersions) return null;
  const { pattern, why, instead } = brokenVersions;
  if (!new RegExp(`^(?:${pattern})$`).test(chosen.version)) return null;
  const working = releases.find(({ version }) => version === instead);
  return {
    kind: "warning",
    code: "version-broken",
    sentence: `${title} ${short(chosen.version)} does not work: ${why}.`,
    ...fixTo(working, one, preset),
  };
};

const malformed: Rule = (fetched) => {
  const { one, extension, releases } = fetched;
  const { chosen, title } = one;
  const { versionPattern } = extension;
  if (isReleased(chosen.version, releases)) return null;
  if (!versionPattern || new RegExp(versionPattern).test(chosen.version))
    return null;
  const like = releases[0] ? ` They look like ${releases[0].version}.` : "";
  return {
    kind: "warning",
    code: "version-malformed",
    sentence: `${short(chosen.version)} is no version of ${title}: its image is not found and the first boot stops.${like}`,
    ...fixToMeant(fetched),
  };
};

const unknown: Rule = (fetched) => {
  const { one, catalogue, releases } = fetched;
  const { chosen, title } = one;
  return isReleased(chosen.version, releases)
    ? null
    : {
        kind: "warning",
        code: "version-unknown",
        sentence: `${short(chosen.version)} of ${title} is not among the releases of ${catalogue.date}: if it was never released, its download ends in 404 and the first boot stops.`,
        why: "Not verified: a version released since then is fine.",
        ...fixToMeant(fetched),
      };
};

/** The first that has something to say is the one that is told: what follows would repeat it less well. */
export const versionRules: readonly Rule[] = [
  missing,
  ofAnotherBakery,
  neverReleased,
  broken,
  malformed,
  unknown,
];

const isReleased = (version: string, releases: readonly Release[]) =>
  releases.some((release) => release.version === version);

function fixToMeant({ one, extension, preset, releases }: FetchedVersion) {
  const { version } = one.chosen;
  const meant = meantRelease(version, releases, extension.trackDepth);
  return fixTo(meant, one, preset);
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : short(address);
}
