import {
  extensionById,
  type Architecture,
  type Catalogue,
  type Release,
} from "@/lib/butane";
import type { ChosenExtension, Preset } from "./preset";

/** The releases of an extension, newest first; none where an id is in no catalogue, or is a word every object has. */
export function releasesOf(
  catalogue: Catalogue,
  id: string,
): readonly Release[] {
  return Object.hasOwn(catalogue.releases, id) ? catalogue.releases[id]! : [];
}

/** An extension as it is added to a node: its newest version, the hash of its image, and the habits it comes with. */
export function chooseExtension(
  id: string,
  catalogue: Catalogue,
  preset: Preset,
): ChosenExtension {
  const extension = extensionById(id);
  const version = releasesOf(catalogue, id)[0]?.version ?? "";
  const chosen: ChosenExtension = {
    id,
    version: extension && extension.kind !== "bakery" ? "" : version,
    hash: hashOf(catalogue, id, version, preset.target.architecture),
    updates: extension?.updates ?? "none",
    activation: extension?.activation ?? "next-boot",
    keep: extension?.keep ?? 3,
    params: {},
  };
  return chosen.version === "" ? { ...chosen, hash: "" } : chosen;
}

/** An extension at another version; the hash follows where the catalogue knows it. */
export function withVersion(
  chosen: ChosenExtension,
  version: string,
  catalogue: Catalogue,
  architecture: Architecture,
): ChosenExtension {
  return {
    ...chosen,
    version,
    hash: hashOf(catalogue, chosen.id, version, architecture),
  };
}

/** A node for another architecture: the hashes of catalogue images are of other files, and one that is not known is dropped. */
export function withArchitecture(
  preset: Preset,
  architecture: Architecture,
  catalogue: Catalogue,
): Preset {
  const chosen = preset.extensions.chosen.map((one) =>
    one.own ? one : withVersion(one, one.version, catalogue, architecture),
  );
  return {
    ...preset,
    target: { ...preset.target, architecture },
    extensions: { ...preset.extensions, chosen },
  };
}

function hashOf(
  catalogue: Catalogue,
  id: string,
  version: string,
  architecture: Architecture,
): string {
  const release = releasesOf(catalogue, id).find(
    (one) => one.version === version,
  );
  return release?.hashes?.[architecture] ?? "";
}
