/** Why a file could not be had. */
export interface FileFailure {
  readonly failure: "missing" | "is-a-directory" | "unreadable";
  /** What the place said itself, for the reader: `permission denied`. */
  readonly detail?: string;
}

/** What stands at a path, links not followed. */
export interface FileInfo {
  readonly type: "file" | "directory" | "link" | "other";
  /** Whether anybody may execute it. */
  readonly executable?: boolean;
  /** What a link points at, as written in it. */
  readonly target?: string;
}

/**
 * The files directory that `local`, `contents_local` and `trees` read from: a folder, a zip, a map in memory.
 *
 * Paths are relative, cleaned and written with `/`; `""` is the directory itself. A path that leaves the
 * directory never gets here: `transpile` refuses it.
 */
export interface FileSource {
  /**
   * The directory's own absolute path, default `/files`. Only `../` in a document looks at it:
   * `../files/motd` is inside `/files`.
   */
  readonly root?: string;
  /** The bytes of a file; links are followed. */
  read(path: string): Uint8Array | FileFailure;
  /** What stands at `path`; a link is followed only when `follow` is set. */
  inspect(path: string, follow?: boolean): FileInfo | FileFailure;
  /** Names in a directory, in any order. */
  list(path: string): readonly string[] | FileFailure;
}

/** Whether a `FileSource` answered with a failure. */
export function isFailure<Value extends object>(
  answer: Value | FileFailure,
): answer is FileFailure {
  return "failure" in answer;
}
