import type { Path } from "../../path";
import { error, type Entry } from "../../report";
import type { Dropin, Unit } from "./schema";

/** A unit or drop-in stands in the document or in a local file, not in both. */
export function validateUnitSource(
  unit: Unit | Dropin,
  at: Path,
): readonly Entry[] {
  if (unit.contents === undefined || unit.contents_local === undefined) {
    return [];
  }
  return [error("too-many-unit-sources", [...at, "contents_local"])];
}
