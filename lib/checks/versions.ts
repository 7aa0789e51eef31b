import {
  bakeryBase,
  bakeryOf,
  seriesOf,
  trackOf,
  type Catalogue,
  type Release,
} from "@/lib/butane";
import { releasesOf } from "@/lib/preset/choose";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import type { Preset } from "@/lib/preset/preset";
import type { Check, Finding, Fix } from "./check";
import { chosenOf, fromBakery, type Chosen } from "./extensions";
import { isFetchedByNode } from "./image-choices";

/** A version that was never released is an address that answers 404, and Ignition stops at once on that. */
export const versions: Check = ({ preset, catalogue }) =>
  chosenOf(preset)
    .filter(fromBakery)
    .flatMap((one) => versionFindings(one, preset, catalogue));

function versionFindings(
  one: Chosen,
  preset: Preset,
  catalogue: Catalogue,
): Finding[] {
  const { chosen, extension, title, at } = one;
  const field = at("version");
  const releases = releasesOf(catalogue, chosen.id);
  if (isFetchedByNode(one, preset)) return seriesFindings(one, releases);
  if (!extension) {
    return [
      {
        kind: "warning",
        code: "extension-unknown",
        sentence: `${title} is not in the catalogue: if the bakery has no such image, its download ends in 404 and the first boot stops.`,
        field: at(),
      },
    ];
  }
  if (chosen.version === "") {
    return [
      {
        kind: "error",
        code: "version-missing",
        sentence: `${title} has no version, so its image has no address and the first boot stops.`,
        field,
        ...fixTo(releases[0], one, preset),
      },
    ];
  }
  const bakery = bakeryOf(nodeExtensions(preset), chosen);
  const isReleased = releases.some(({ version }) => version === chosen.version);
  if (!isReleased && bakery !== bakeryBase(catalogue.bakery)) {
    return [
      {
        kind: "info",
        code: "version-of-another-bakery",
        sentence: `Whether ${hostOf(bakery)} has ${shown(chosen.version)} of ${title} is not known here: without it the download ends in 404 and the first boot stops.`,
        field,
      },
    ];
  }
  const { neverReleased = [], brokenVersions } = extension;
  if (neverReleased.includes(chosen.version)) {
    return [
      {
        kind: "error",
        code: "version-never-released",
        sentence: `${shown(chosen.version)} of ${title} was never released, though documentation names it: its download ends in 404 and the first boot stops.`,
        field,
        ...fixTo(
          nearest(chosen.version, releases, extension.trackDepth),
          one,
          preset,
        ),
      },
    ];
  }
  if (
    brokenVersions &&
    new RegExp(`^(?:${brokenVersions.pattern})$`).test(chosen.version)
  ) {
    return [
      {
        kind: "warning",
        code: "version-broken",
        sentence: `${title} ${shown(chosen.version)} does not work: ${brokenVersions.why}.`,
        field,
        ...fixTo(
          releases.find(({ version }) => version === brokenVersions.instead),
          one,
          preset,
        ),
      },
    ];
  }
  if (isReleased) return [];
  const meant = nearest(chosen.version, releases, extension.trackDepth);
  const fix = fixTo(meant, one, preset);
  if (
    extension.versionPattern &&
    !new RegExp(extension.versionPattern).test(chosen.version)
  ) {
    const like = releases[0] ? ` They look like ${releases[0].version}.` : "";
    return [
      {
        kind: "warning",
        code: "version-malformed",
        sentence: `${shown(chosen.version)} is no version of ${title}: its image is not found and the first boot stops.${like}`,
        field,
        ...fix,
      },
    ];
  }
  return [
    {
      kind: "warning",
      code: "version-unknown",
      sentence: `${shown(chosen.version)} of ${title} is not among the releases of ${catalogue.date}: if it was never released, its download ends in 404 and the first boot stops.`,
      why: "Not verified: a version released since then is fine.",
      field,
      ...fix,
    },
  ];
}

/** Of what the node fetches by itself the version only says the series. */
function seriesFindings(
  { chosen, extension, title, at }: Chosen,
  releases: readonly Release[],
): Finding[] {
  const { version, updates } = chosen;
  const depth = extension?.trackDepth ?? 2;
  const series = seriesOf(version, updates, depth);
  const mates = releases.some(
    (one) =>
      series === null || seriesOf(one.version, updates, depth) === series,
  );
  if (!extension || mates) return [];
  return [
    {
      kind: "warning",
      code: "series-unknown",
      sentence:
        series === null
          ? `No release of ${title} is known: if there is none, the node fetches nothing and stays without it.`
          : `No ${series}.x of ${title} is known: if there is none, the node fetches nothing and stays without it.`,
      field: at("version"),
    },
  ];
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : shown(address);
}

/** The release somebody probably meant: the same with or without its v, else the newest of the same track, else the newest. */
function nearest(
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

function fixTo(
  release: Release | undefined,
  one: Chosen,
  preset: Preset,
): { fix?: Fix } {
  if (!release) return {};
  return {
    fix: {
      label: `Use ${release.version}`,
      edits: [
        { path: one.at("version"), value: release.version },
        {
          path: one.at("hash"),
          value: release.hashes?.[preset.target.architecture] ?? "",
        },
      ],
    },
  };
}

/** Typed text for a sentence: short, and on one line. */
function shown(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
