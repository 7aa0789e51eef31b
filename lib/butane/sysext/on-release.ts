import type { Extension } from "./extension";
import { hasFeature } from "./os-features";
import {
  compareOsReleases,
  formatOsRelease,
  type OsRelease,
} from "./os-release";

/** What an extension is like on a release of Flatcar, a sentence each; none where there is nothing to know. */
export function onRelease(extension: Extension, release: OsRelease): string[] {
  return [
    ...sinceSentence(extension, release),
    ...mergeSentence(extension, release),
  ];
}

function sinceSentence({ since }: Extension, release: OsRelease): string[] {
  if (!since) return [];
  const first = `Comes with Flatcar ${formatOsRelease(since)} and later`;
  return [
    compareOsReleases(release, since) < 0
      ? `${first}: ${formatOsRelease(release)} does not have it.`
      : `${first}.`,
  ];
}

/** How its units and its users come to life, which the merge in the initrd changed. */
function mergeSentence(
  { kind, units, lateSettings = [] }: Extension,
  release: OsRelease,
): string[] {
  const linked = units.filter(({ start }) => start === "link");
  if (kind !== "bakery" || (linked.length === 0 && lateSettings.length === 0))
    return [];
  if (hasFeature(release, "merge-in-initrd"))
    return [
      "Merged before anything starts, so its units and users need no help. What is written for older releases does no harm.",
    ];
  return [
    [
      "Merged after units are enabled and users created",
      ...(linked.length > 0 ? ["a link starts its unit"] : []),
      ...(lateSettings.length > 0
        ? ["extension-settings.service creates what it brings"]
        : []),
    ].join("; ") + ". From 4628 on neither is needed.",
  ];
}
