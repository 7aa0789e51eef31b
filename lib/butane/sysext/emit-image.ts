import type { ButaneDocument } from "../emit/document";
import type { Path } from "../path";
import type { UpdatePolicy } from "./extension";
import {
  bakeryBase,
  bakeryImage,
  isImageName,
  ownImage,
  ownSuffix,
  ownVersion,
} from "./names";
import { catalogued, type ChosenImage, type NodeExtensions } from "./node";
import { emitImageUpdates, type UpdatedImage } from "./updates";
import { matchPattern, trackOf } from "./version";

/** Writes an image, the link that makes it visible, and what keeps it up to date. */
export function emitImage(
  document: ButaneDocument,
  node: NodeExtensions,
  chosen: ChosenImage,
  at: Path,
): void {
  const image = chosen.own
    ? ownImage(chosen.id, chosen.own)
    : bakeryImage(chosen.id, chosen.version, node.architecture, node.bakery);
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
  const updated = updatedImage(node, chosen);
  if (updated) emitImageUpdates(document, updated, node.coordinator, at);
}

/** What updates need to know; `null` when the image stays as it is or cannot be followed. */
export function updatedImage(
  node: NodeExtensions,
  chosen: ChosenImage,
): UpdatedImage | null {
  if (chosen.written) return null;
  const extension = catalogued(chosen);
  const bakery = !chosen.own && (!extension || extension.kind === "bakery");
  if (!bakery && !chosen.own?.updatesFrom) return null;
  if (!isImageName(chosen.id)) return null;
  const version = chosen.own
    ? ownVersion(chosen.id, chosen.own.url)
    : chosen.version;
  const depth = extension?.trackDepth ?? 2;
  const pattern =
    version === null
      ? null
      : chosen.own
        ? ownPattern(chosen.id, chosen.own.url, version, chosen.updates)
        : matchPattern(chosen.id, version, chosen.updates, depth);
  if (version === null || pattern === null) return null;
  return {
    id: chosen.id,
    version,
    updates: chosen.updates,
    depth,
    from: chosen.own?.updatesFrom ?? `${bakeryBase(node.bakery)}${chosen.id}/`,
    pattern,
    keep: chosen.keep,
    activation: chosen.activation,
    restartUnits: extension?.restartUnits ?? [],
  };
}

function ownPattern(
  id: string,
  url: string,
  version: string,
  policy: UpdatePolicy,
): string | null {
  const track = policy === "patch" ? trackOf(version) : null;
  if (policy === "none" || (policy === "patch" && track === null)) return null;
  return `${id}-${track === null ? "" : `${track}.`}@v${ownSuffix(id, url)}`;
}
