import type { Path } from "../../path";
import { error, type Entry } from "../../report";
import type { FileContents } from "./schema";

/** One source at most. */
export function validateFileContents(
  { inline, source }: FileContents,
  at: Path,
): readonly Entry[] {
  if (inline === undefined || source === undefined) return [];
  return [error("too-many-sources", [...at, "inline"])];
}
