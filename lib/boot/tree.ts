import type { IgnitionConfig, IgnitionStruct } from "@/lib/butane";
import { contentOf } from "./content";
import { putLuks } from "./luks";
import { putMounts } from "./mounts";
import {
  modes,
  root,
  type NodeFile,
  type NodeOwner,
  type NodeTree,
  type Put,
} from "./node-file";
import { putUnits } from "./units";
import { putHomes, putKeys } from "./users";

/**
 * The files, folders and links that Ignition leaves on a node: what its stages for mounts and for files make, in their order, with
 * the folders that they make on the way; and the presets that switch units on. Of its stage for disks what is in the tree is
 * seen there: a filesystem's top where it is mounted, and how encrypted devices are opened. Swap leaves nothing. What other
 * programs make of it later is not part of it: a presets' links, what an extension shows, what a unit writes.
 *
 * A config that `ignition.config.replace` stands in is another config, and gives an empty tree; so are those that are merged.
 */
export function treeOf(config: IgnitionConfig): NodeTree {
  const files = new Map<string, NodeFile>();
  const put = (file: NodeFile) => {
    if (file.path.length < longestPath) files.set(file.path, file);
  };
  if (config.ignition?.config?.replace?.source)
    return { files: [], presets: [] };
  const made = putMounts(config, put);
  putHomes(config, files, made, put);
  putKeys(config, put);
  putStorage(config, files, put);
  const presets = putUnits(config, put);
  putLuks(config, files, put);
  for (const file of [...files.values()])
    if (file.kind === "hardlink") giveOwner(file, files);
  for (const path of [...files.keys()]) putParents(path, files);
  return {
    files: [...files.values()].sort((one, other) =>
      one.path < other.path ? -1 : 1,
    ),
    presets,
  };
}

/** Linux takes no longer path, so Ignition fails on one and leaves nothing (PATH_MAX in linux/limits.h). */
const longestPath = 4096;

function putStorage(
  config: IgnitionConfig,
  before: ReadonlyMap<string, NodeFile>,
  put: Put,
): void {
  const { directories = [], files = [], links = [] } = config.storage ?? {};
  const allowed = bitsOf(config);
  const modeOf = (mode: number | bigint | undefined, otherwise: number) =>
    mode === undefined ? otherwise : Number(mode) & allowed;
  directories.forEach((one, index) => {
    const path = one.path ?? "";
    const found = one.overwrite ? undefined : before.get(path);
    const existing = found?.kind === "directory" ? found : undefined;
    const mode =
      one.mode === undefined && existing
        ? existing.mode
        : modeOf(one.mode, modes.directory);
    put({
      ...{ kind: "directory", path },
      ...(mode === undefined ? {} : { mode }),
      ...(existing?.note ? { note: existing.note } : {}),
      ...ownerOf(one, existing),
      from: ["storage", "directories", index],
    });
  });
  files.forEach((one, index) => {
    const content = contentOf(one.contents);
    const appended = (one.append ?? []).flatMap(contentOf);
    put({
      kind: "file",
      path: one.path ?? "",
      mode: modeOf(one.mode, modes.file),
      ...ownerOf(one),
      content: [...content, ...appended],
      ...(content.length === 0 && appended.length > 0
        ? { appends: true as const }
        : {}),
      from: ["storage", "files", index],
    });
  });
  links.forEach((one, index) =>
    put({
      kind: one.hard ? "hardlink" : "link",
      path: one.path ?? "",
      target: one.target ?? "",
      ...ownerOf(one),
      from: ["storage", "links", index],
    }),
  );
}

/** A hard link is the file itself, and belongs to whom that belongs. */
function giveOwner(
  link: NodeFile & { readonly kind: "hardlink" },
  files: Map<string, NodeFile>,
): void {
  const { user, group } = files.get(link.target) ?? link;
  files.set(link.path, { ...link, user, group });
}

/** Folders that lead to an entry and that nobody asked for. */
function putParents(path: string, files: Map<string, NodeFile>): void {
  for (
    let folder = parentOf(path);
    folder !== "" && !files.has(folder);
    folder = parentOf(folder)
  )
    files.set(folder, {
      kind: "directory",
      path: folder,
      mode: modes.directory,
      ...root,
    });
}

const parentOf = (path: string) => path.slice(0, path.lastIndexOf("/"));

/** Setuid, setgid and sticky count from spec 3.6 on; Ignition drops them from a config of a spec before. */
function bitsOf({ ignition }: IgnitionConfig): number {
  const [, minor = "0"] = (ignition?.version ?? "").split(".");
  return Number(minor) < 6 ? 0o777 : 0o7777;
}

/** What is there already stays whose it is, unless the config says so (`SetPermissions` in internal/exec/util/file.go). */
function ownerOf(
  {
    user,
    group,
  }: {
    readonly user?: IgnitionStruct<"NodeUser">;
    readonly group?: IgnitionStruct<"NodeGroup">;
  },
  before: NodeOwner = root,
): NodeOwner {
  return {
    user:
      user?.name || (user?.id === undefined ? before.user : Number(user.id)),
    group:
      group?.name ||
      (group?.id === undefined ? before.group : Number(group.id)),
  };
}
