import {
  bakeryImage,
  bakeryOf,
  extensionById,
  ownImage,
  updatedImage,
  type Checksums,
} from "@/lib/butane";
import { nodeExtensions } from "./node-extensions";
import type { ChosenExtension, Preset } from "./preset";

/** What a list of checksums says of one image of a node. */
export interface ImageHash {
  /** Place among the chosen extensions. */
  readonly index: number;
  /** Name of the file that is fetched. */
  readonly file: string;
  /** The listed hash; empty where the list has none, or two that differ. */
  readonly hash: string;
  /**
   * `new`: the node has no hash yet. `same`: it has this one. `other`: it has another. `twice`: the list has two that differ.
   * `missing`: it has none.
   */
  readonly state: "new" | "same" | "other" | "twice" | "missing";
}

/** Every image that Ignition fetches for a node, looked up by the name of its file; folders in the list do not count. */
export function imageHashes(
  preset: Preset,
  { sums }: Pick<Checksums, "sums">,
): ImageHash[] {
  const listed = new Map<string, string | null>();
  for (const { name, hash } of sums) {
    const file = baseName(name);
    const before = listed.get(file);
    listed.set(file, before === undefined || before === hash ? hash : null);
  }
  return preset.extensions.chosen.flatMap((chosen, index) => {
    const file = fileOf(preset, chosen);
    if (file === null) return [];
    const hash = listed.get(file);
    return [{ index, file, hash: hash ?? "", state: stateOf(chosen, hash) }];
  });
}

/** The extensions of a node with the hashes of a list, where it has one for their image. */
export function withHashes(
  { extensions }: Preset,
  hashes: readonly ImageHash[],
): Preset["extensions"] {
  return {
    ...extensions,
    chosen: extensions.chosen.map((chosen, at) => {
      const found = hashes.find(({ index }) => index === at);
      return found?.hash ? { ...chosen, hash: found.hash } : chosen;
    }),
  };
}

function stateOf(
  chosen: ChosenExtension,
  hash: string | null | undefined,
): ImageHash["state"] {
  if (hash === undefined) return "missing";
  if (hash === null) return "twice";
  if (chosen.hash === "") return "new";
  return chosen.hash.toLowerCase() === hash ? "same" : "other";
}

/** The name of the file that is fetched for an extension; null where Ignition fetches none. */
function fileOf(preset: Preset, chosen: ChosenExtension): string | null {
  const node = nodeExtensions(preset);
  const { id, own, version, firstBoot } = chosen;
  if (firstBoot === "newest" && updatedImage(node, chosen)) return null;
  if (own) return own.url === "" ? null : baseName(ownImage(id, own).url);
  const kind = extensionById(id)?.kind ?? "bakery";
  if (kind !== "bakery" || version === "") return null;
  const { architecture } = node;
  return baseName(
    bakeryImage(id, version, architecture, bakeryOf(node, chosen)).url,
  );
}

function baseName(path: string): string {
  return path.split(/[?#]/, 1)[0]!.split("/").at(-1)!;
}
