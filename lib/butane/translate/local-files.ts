import { isFailure, type FileSource } from "../file-source";

/** A problem with a local file: the code of an entry and what to say in it. */
export interface LocalProblem {
  readonly code:
    | "no-files-directory"
    | "outside-files-directory"
    | "local-file-unreadable"
    | "local-files-too-large";
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Reads a file below the files directory; without one, and outside it, nothing is read. */
export function readLocal(
  files: FileSource | undefined,
  name: string,
): Uint8Array | LocalProblem {
  if (!files) return { code: "no-files-directory" };
  const path = insideOf(files, name);
  if (path === undefined) return { code: "outside-files-directory" };
  const bytes = files.read(path);
  return isFailure(bytes) ? unreadable(name, bytes.failure) : bytes;
}

/**
 * The problem with a file that could not be read; `failure` is what the `FileSource` says: missing, a directory, or
 * else.
 */
export function unreadable(file: string, failure: string): LocalProblem {
  return { code: "local-file-unreadable", values: { file, failure } };
}

/**
 * The cleaned path below the files directory, or nothing when it leads outside. Only the text counts: links inside the
 * directory may point anywhere, as for Butane.
 */
export function insideOf(files: FileSource, name: string): string | undefined {
  const root = segments(files.root ?? "/files");
  const whole = segments([...root, name].join("/"));
  const inside = root.every((segment, index) => whole[index] === segment);
  return inside ? whole.slice(root.length).join("/") : undefined;
}

function segments(path: string): string[] {
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") kept.pop();
    else if (segment !== "" && segment !== ".") kept.push(segment);
  }
  return kept;
}
