import type { ButaneDocument } from "../emit/document";
import type { Path } from "../path";
import {
  bakeryImage,
  isImageName,
  ownImage,
  ownSuffix,
  ownVersion,
} from "./names";
import {
  bakeryOf,
  catalogued,
  type ChosenImage,
  type NodeExtensions,
} from "./node";
import { emitImageUpdates, type UpdatedImage } from "./updates";
import { publishedRule } from "./published-rule";
import { matchPattern, seriesOf, versionInSeries } from "./version";

/** Writes an image, the link that makes it visible, and what keeps it up to date. */
export function emitImage(
  document: ButaneDocument,
  node: NodeExtensions,
  chosen: ChosenImage,
  at: Path,
): void {
  const updated = updatedImage(node, chosen);
  // What the node fetches by itself has its link from systemd-sysupdate.
  if (!updated || chosen.firstBoot !== "newest")
    putImage(document, node, chosen, at);
  if (updated) emitImageUpdates(document, updated, node.coordinator, at);
}

function putImage(
  document: ButaneDocument,
  node: NodeExtensions,
  chosen: ChosenImage,
  at: Path,
): void {
  const image = chosen.own
    ? ownImage(chosen.id, chosen.own)
    : bakeryImage(
        chosen.id,
        chosen.version,
        node.architecture,
        bakeryOf(node, chosen),
      );
  document.putFile(
    {
      path: image.path,
      mode: 0o644,
      contents: {
        source: image.url,
        ...(chosen.hash === "" ? {} : { hash: chosen.hash }),
      },
    },
    { origin: [...at, ...(chosen.own ? ["own", "url"] : ["version"])] },
  );
  document.putLink({ path: image.link, target: image.path }, { origin: at });
}

/** What updates need to know; `null` when the image stays as it is or cannot be followed. */
export function updatedImage(
  node: NodeExtensions,
  chosen: ChosenImage,
): UpdatedImage | null {
  const { id, updates, own } = chosen;
  if (chosen.written || updates === "none") return null;
  const extension = catalogued(chosen);
  const bakery = !own && (!extension || extension.kind === "bakery");
  if (!bakery && !own?.updatesFrom) return null;
  if (!isImageName(id)) return null;
  const version = versionOf(chosen);
  if (version === null) return null;
  const depth = extension?.trackDepth ?? 2;
  const series = seriesOf(version, updates, depth);
  const pattern = own
    ? ownPattern(chosen, series)
    : matchPattern(id, version, updates, depth);
  if (pattern === null) return null;
  return {
    id,
    version,
    updates,
    depth,
    from: own?.updatesFrom ?? `${bakeryOf(node, chosen)}${id}/`,
    pattern,
    keep: chosen.keep,
    activation: chosen.activation,
    restartUnits: restartedUnits(chosen),
    hold: chosen.hold ?? false,
    verify: chosen.verify ?? false,
    minVersion: versionInSeries(chosen.minVersion ?? "", series),
    protectVersion: versionInSeries(chosen.protectVersion ?? "", series),
    rule:
      chosen.rules === "published"
        ? publishedRule(chosen, bakeryOf(node, chosen))
        : null,
  };
}

/** Units that come anew after a merge: those that were named, else those that the catalogue knows. */
export function restartedUnits(chosen: ChosenImage): readonly string[] {
  const named = chosen.restartUnits?.filter((unit) =>
    /^[\w@.\\:][\w@.\\:-]*$/.test(unit),
  );
  return named && named.length > 0
    ? named
    : (catalogued(chosen)?.restartUnits ?? []);
}

/** The version that says what is newer; that of an own image stands in its address, where it has one. */
function versionOf({ id, version, own, firstBoot }: ChosenImage) {
  if (!own || (own.url === "" && firstBoot === "newest")) return version;
  return ownVersion(id, own.url);
}

function ownPattern(
  { id, own, updates }: ChosenImage,
  series: string | null,
): string | null {
  if (updates !== "any" && series === null) return null;
  // An image that nobody has named yet is one for the node's architecture.
  const suffix = own?.url ? ownSuffix(id, own.url) : "-%a.raw";
  return `${id}-${series === null ? "" : `${series}.`}@v${suffix}`;
}
