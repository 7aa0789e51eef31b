/** Why a path is refused, or nothing. */
export type PathProblem = "path-missing" | "path-relative" | "path-unclean";

/** Ignition wants absolute paths in their shortest form. */
export function pathProblem(path: string | undefined): PathProblem | undefined {
  if (!path) return "path-missing";
  if (!path.startsWith("/")) return "path-relative";
  if (cleanPath(path) !== path) return "path-unclean";
  return undefined;
}

/** The shortest form of a path by text alone: no `//`, `.` or `..`, no slash at the end. Empty becomes `.`. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith("/");
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (!rooted) kept.push(part);
  }
  const joined = kept.join("/");
  return rooted ? `/${joined}` : joined || ".";
}

/** A path as seen from another, in its shortest form. */
export function joinPath(base: string, path: string): string {
  if (!base && !path) return "";
  return cleanPath(path.startsWith("/") || !base ? path : `${base}/${path}`);
}

/** What follows the last dot of the last segment, with the dot: `.service`. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > name.lastIndexOf("/") ? name.slice(dot) : "";
}
