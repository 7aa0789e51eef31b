import {
  lstatSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
} from "node:fs";
import { join, resolve } from "node:path";
import type { FileFailure, FileInfo, FileSource } from "../file-source";

/** A folder of test data as the files directory. */
export function folderFiles(folder: string): FileSource {
  return {
    root: resolve(folder),
    read: (path) =>
      attempt(() => new Uint8Array(readFileSync(join(folder, path)))),
    inspect: (path, follow) =>
      attempt(() => inspect(join(folder, path), follow)),
    list: (path) => attempt(() => readdirSync(join(folder, path))),
  };
}

function inspect(path: string, follow = false): FileInfo {
  const stats = follow ? statSync(path) : lstatSync(path);
  if (stats.isDirectory()) return { type: "directory" };
  if (stats.isSymbolicLink())
    return { type: "link", target: readlinkSync(path) };
  return { type: "file", executable: (stats.mode & 0o111) !== 0 };
}

function attempt<Value extends object>(ask: () => Value): Value | FileFailure {
  try {
    return ask();
  } catch {
    return { failure: "unreadable" };
  }
}
