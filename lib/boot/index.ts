import {
  ContentsCache,
  transpile,
  type IgnitionConfig,
  type Path,
} from "@/lib/butane";
import { sourceOf } from "@/lib/checks/document";
import type { Preset } from "@/lib/preset/preset";
import { contentBytes } from "./content-bytes";
import { foldersOf, type NodeFolder } from "./folders";
import { overlaidBy } from "./overlaid";
import { imagesOf, nodeOf, timelineOf, type BootPhase } from "./timeline";

export { contentBytes, contentOutline } from "./content-bytes";
export type { NodeEntry, NodeFolder } from "./folders";
export type { Content, NodeFile } from "./node-file";
export type { BootItem, BootPhase, BootStep } from "./timeline/step";

/** A node as its first boot leaves it, and the way there. */
export interface Boot {
  readonly phases: readonly BootPhase[];
  /** What Ignition writes and what images show, as folders. */
  readonly root: NodeFolder;
  /** Bytes of files that come with the config. */
  readonly bytes: number;
  /** Whether another config stands in for this one, so that its files are not known. */
  readonly replaced: boolean;
  /** Where in the Butane document something of the Ignition config comes from. */
  readonly sourceOf: (path: Path) => Path;
}

// A key changes one text of many.
const contents = /* @__PURE__ */ new ContentsCache();

/**
 * What a Butane document makes of a node on its first boot; `null` where it makes no config, and for the variant of another system,
 * which boots in its own way. The preset says what the document does
 * not: release, platform, architecture.
 */
export function bootOf(preset: Preset, butane: string): Boot | null {
  if (preset.target.variant !== "flatcar") return null;
  const { ignition, sources } = transpile(butane, {
    document: sourceOf(butane),
    contents,
  });
  const config = ignition as IgnitionConfig | null;
  if (!config?.ignition?.version) return null;
  const node = nodeOf(preset, config);
  const { files } = node.tree;
  return {
    phases: timelineOf(preset, config),
    root: foldersOf([...files, ...overlaidBy(imagesOf(node))]),
    bytes: files.reduce((sum, one) => sum + contentBytes(one), 0),
    replaced: Boolean(config.ignition.config?.replace?.source),
    sourceOf: (path) => sources.find(path),
  };
}
