import {
  putWantsLink,
  textAt,
  type ButaneDocument,
  type DraftEntry,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
import type { StartedUnit } from "./value";

/** Whether a word names a unit that a target can want. */
export function isStartable(unit: string): boolean {
  return /^[\w:.@\\-]+\.(?:service|socket|timer|path|mount|target)$/.test(unit);
}

/** The same for a target, whose name becomes that of a folder: `NAME.wants`. */
export function isTarget(name: string): boolean {
  return /^[\w:.@\\-]+\.target$/.test(name);
}

/** The target that starts units of a type unless another is named. */
export function targetOf(unit: string): string {
  if (unit.endsWith(".socket")) return "sockets.target";
  return unit.endsWith(".timer") ? "timers.target" : "multi-user.target";
}

/** Where an image has its units, unless another path is typed; one of those in /opt always needs that. */
export function unitPath(unit: string): string {
  return `/usr/lib/systemd/system/${unit}`;
}

/** Writes the link that starts a unit; what is no name of one writes nothing. */
export function composeStart(
  { unit, path, target }: StartedUnit,
  document: ButaneDocument,
  at: Path,
): void {
  const wantedBy = target || targetOf(unit);
  const isWhole = isStartable(unit) && isTarget(wantedBy);
  if (!isWhole || (path !== "" && !path.startsWith("/"))) return;
  putWantsLink(
    document,
    { name: unit, path: path || unitPath(unit), wantedBy },
    at,
  );
}

/** Links of a document that start units of merged trees, without those that another section writes. */
export function readStarts(
  document: OpenDocument,
  written: () => readonly DraftEntry[],
): StartedUnit[] {
  const found = document
    .entriesOf("storage.links")
    .flatMap(({ key, value }) => {
      const [, target = "", unit = ""] =
        /^\/etc\/systemd\/system\/([^/]+)\.wants\/([^/]+)$/.exec(key) ?? [];
      const path = textAt(value, "target") ?? "";
      // A unit that stands in /etc is no image's.
      const isMerged =
        /^\/(?:usr|opt)\//.test(path) && path.endsWith(`/${unit}`);
      if (!isStartable(unit) || !isTarget(target) || !isMerged) return [];
      return [
        {
          key,
          start: {
            unit,
            path: path === unitPath(unit) ? "" : path,
            target: target === targetOf(unit) ? "" : target,
          },
        },
      ];
    });
  if (found.length === 0) return [];
  const theirs = new Set(
    written()
      .filter(({ list }) => list === "storage.links")
      .map(({ key }) => key),
  );
  return found.filter(({ key }) => !theirs.has(key)).map(({ start }) => start);
}
