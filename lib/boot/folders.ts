import type { NodeFile } from "./node-file";

/** A path that an image shows in the node's file system, as far as its description tells. */
export interface OverlaidFile {
  readonly kind: "overlaid";
  readonly path: string;
  /** Title of the image. */
  readonly image: string;
  /** What its description says of the path. */
  readonly note?: string;
}

export type NodeEntry = Exclude<NodeFile, { kind: "directory" }> | OverlaidFile;

/** A folder with what is in it; folders that only lead to one other are one with it: `etc/systemd/system`. */
export interface NodeFolder {
  readonly name: string;
  readonly path: string;
  /** The folder itself, where the config asks for it. */
  readonly own?: NodeFile & { readonly kind: "directory" };
  readonly folders: readonly NodeFolder[];
  readonly entries: readonly NodeEntry[];
  /** Entries in it and below. */
  readonly count: number;
}

interface Growing {
  readonly path: string;
  own?: NodeFile & { readonly kind: "directory" };
  readonly folders: Map<string, Growing>;
  readonly entries: NodeEntry[];
}

/** Files of a node as folders, from the root on; all by name. */
export function foldersOf(
  files: readonly (NodeFile | OverlaidFile)[],
): NodeFolder {
  const root = growing("");
  for (const file of files) {
    if (file.kind === "directory") {
      const folder = reach(root, file.path);
      if (file.from) folder.own = file;
    } else {
      const end = file.path.lastIndexOf("/");
      reach(root, file.path.slice(0, end)).entries.push(file);
    }
  }
  return { ...grown(root, ""), path: "/", name: "/" };
}

function growing(path: string): Growing {
  return { path, folders: new Map(), entries: [] };
}

function reach(root: Growing, path: string): Growing {
  let folder = root;
  for (const name of path.split("/").filter(Boolean)) {
    let next = folder.folders.get(name);
    if (!next)
      folder.folders.set(name, (next = growing(`${folder.path}/${name}`)));
    folder = next;
  }
  return folder;
}

function grown(folder: Growing, before: string): NodeFolder {
  const name = `${before}${folder.path.slice(folder.path.lastIndexOf("/") + 1)}`;
  const inner = [...folder.folders.values()].sort(byPath);
  // The root is not joined: what stands in it is what people look for first.
  if (
    folder.path !== "" &&
    inner.length === 1 &&
    folder.entries.length === 0 &&
    !folder.own
  )
    return grown(inner[0]!, `${name}/`);
  const folders = inner.map((one) => grown(one, ""));
  return {
    name,
    path: folder.path,
    ...(folder.own ? { own: folder.own } : {}),
    folders,
    entries: [...folder.entries].sort(byPath),
    count: folders.reduce((sum, one) => sum + one.count, folder.entries.length),
  };
}

function byPath(
  { path: one }: { readonly path: string },
  { path: other }: { readonly path: string },
): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
