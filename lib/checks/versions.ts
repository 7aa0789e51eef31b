import { seriesOf, type Catalogue, type Release } from "@/lib/butane";
import { releasesOf } from "@/lib/preset/choose";
import type { Preset } from "@/lib/preset/preset";
import type { Check, Finding } from "./check";
import { chosenOf, fromBakery, type Chosen } from "./extensions";
import { isFetchedByNode } from "./image-choices";
import { versionRules } from "./version-rules";

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
  const { chosen, extension, at } = one;
  const releases = releasesOf(catalogue, chosen.id);
  if (isFetchedByNode(one, preset)) return seriesFindings(one, releases);
  if (!extension) return [unknownExtension(one)];
  const fetched = { one, extension, preset, catalogue, releases };
  for (const rule of versionRules) {
    const trouble = rule(fetched);
    if (trouble) return [{ ...trouble, field: at("version") }];
  }
  return [];
}

const unknownExtension = ({ title, at }: Chosen): Finding => ({
  kind: "warning",
  code: "extension-unknown",
  sentence: `${title} is not in the catalogue: if the bakery has no such image, its download ends in 404 and the first boot stops.`,
  field: at(),
});

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
