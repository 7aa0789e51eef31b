/** Keys from the root to a value: `["storage", "files", 0, "path"]`. */
export type Path = readonly (string | number)[];

/**
 * Writes a path the way Butane and `ignition-validate` print it: `$.storage.files.0.path`.
 */
export function formatPath(path: Path): string {
  return path.length === 0 ? "$" : `$.${path.join(".")}`;
}

/** Whether `path` is `prefix` or lies below it. */
export function startsWith(path: Path, prefix: Path): boolean {
  return (
    prefix.length <= path.length &&
    prefix.every((key, index) => path[index] === key)
  );
}

/** Whether both paths name the same place. */
export function samePath(one: Path, other: Path): boolean {
  return one.length === other.length && startsWith(one, other);
}
