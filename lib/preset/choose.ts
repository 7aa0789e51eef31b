import { extensionById, type Architecture, type Catalogue } from "@/lib/butane";
import type { ChosenExtension, Preset } from "./preset";

/** An extension as it is added to a node: its newest version, the hash of its image, and the habits it comes with. */
export function chooseExtension(
  id: string,
  catalogue: Catalogue,
  preset: Preset,
): ChosenExtension {
  const extension = extensionById(id);
  const version = catalogue.releases[id]?.[0]?.version ?? "";
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
  const release = catalogue.releases[id]?.find(
    (one) => one.version === version,
  );
  return release?.hashes?.[architecture] ?? "";
}
