import type { ImageFile } from "./image-file";

/** A folder of an image that is being laid out, and the block where its records stand. */
export interface Folder {
  readonly name: string;
  /** Itself for the root, as ISO 9660 wants it. */
  readonly parent: Folder;
  readonly folders: Folder[];
  readonly files: { readonly name: string; readonly bytes: Uint8Array }[];
  at: number;
}

/** The folders above the files, breadth first: the root is the first. */
export function foldersOf(files: readonly ImageFile[]): [Folder, ...Folder[]] {
  const root = folderIn(null, "");
  for (const { path, bytes } of files) {
    const names = path.split("/");
    const name = names.pop()!;
    const folder = names.reduce(
      (above, name) =>
        above.folders.find((one) => one.name === name) ?? folderIn(above, name),
      root,
    );
    // A copy, because the place of a file is looked up by its bytes.
    folder.files.push({ name, bytes: bytes.slice() });
  }
  const all: [Folder, ...Folder[]] = [root];
  for (const folder of all) all.push(...folder.folders);
  return all;
}

function folderIn(above: Folder | null, name: string): Folder {
  const folder = { name, folders: [], files: [], at: 0 };
  const whole: Folder = Object.assign(folder, {
    parent: above ?? (folder as unknown as Folder),
  });
  above?.folders.push(whole);
  return whole;
}
