import {
  lstatSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
} from "node:fs";
import { join, resolve } from "node:path";
import type { FileFailure, FileInfo, FileSource } from "@/lib/butane";
import { codeOf, reasonOf } from "./io";

/** A directory of this machine as the place that `local` and `trees` read from. */
export function nodeFileSource(directory: string): FileSource {
  const at = (path: string) => join(directory, path);
  return {
    root: resolve(directory),
    read: (path) => attempt(() => new Uint8Array(readFileSync(at(path)))),
    inspect: (path, follow = false) => attempt(() => inspect(at(path), follow)),
    list: (path) => attempt(() => readdirSync(at(path))),
  };
}

function inspect(path: string, follow: boolean): FileInfo {
  const stats = follow ? statSync(path) : lstatSync(path);
  if (stats.isFile()) {
    return { type: "file", executable: (stats.mode & 0o111) !== 0 };
  }
  if (stats.isDirectory()) return { type: "directory" };
  if (stats.isSymbolicLink()) {
    return { type: "link", target: readlinkSync(path) };
  }
  return { type: "other" };
}

function attempt<Answer extends object>(
  ask: () => Answer,
): Answer | FileFailure {
  try {
    return ask();
  } catch (error) {
    const code = codeOf(error);
    const detail = reasonOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") {
      return { failure: "missing", detail };
    }
    if (code === "EISDIR") return { failure: "is-a-directory", detail };
    return { failure: "unreadable", detail };
  }
}
