import { extensionById } from "./extensions";
import type { ChosenImage } from "./node";
import { seriesOf } from "./version";

/** The rules that the bakery publishes name this address, so they are of use to nobody who fetches from elsewhere. */
const bakery = "https://extensions.flatcar.org/extensions/";

/** Extensions with a rule for every minor version. k3s and rke2 have them as well, made by an old release (`staleTransfers`). */
const withSeries: ReadonlySet<string> = new Set(["kubernetes"]);

/**
 * Address of the bakery's own rule for updates that says the same as the one that would be written out; `null` where there is none that
 * works. `from` is the address that images come from. It keeps three versions and checks no signature, and that is all it says.
 */
export function publishedRule(
  chosen: ChosenImage,
  from: string,
): string | null {
  const { id, version, updates, keep, own, firstBoot } = chosen;
  const extension = extensionById(id);
  if (own || from !== bakery || extension?.kind !== "bakery") return null;
  if (extension.staleTransfers || keep !== 3 || firstBoot) return null;
  if (chosen.verify || chosen.minVersion || chosen.protectVersion) return null;
  if (updates === "any") return `${bakery}${id}.conf`;
  const series = seriesOf(version, updates, extension.trackDepth ?? 2);
  return updates === "patch" && series !== null && withSeries.has(id)
    ? `${bakery}${id}/${id}-${series}.conf`
    : null;
}
