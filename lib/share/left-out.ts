import type { Path } from "@/lib/butane";

/** Key beside the preset's own that names the secrets a link was made without. */
const key = "leftOut";

/** More than any real node has; a hostile link shall not fill the dialog. */
const most = 200;

/** Adds where the secrets were, so that whoever opens the link can be asked for them. */
export function writeLeftOut(stored: object, paths: readonly Path[]): object {
  if (paths.length === 0) return stored;
  const places = paths.slice(0, most).map((path) => path.join("."));
  return { ...stored, [key]: places };
}

/** Takes it off again; `leftOut` is null where it is nothing that `writeLeftOut` writes. */
export function readLeftOut(shared: unknown): {
  stored: unknown;
  leftOut: Path[] | null;
} {
  if (typeof shared !== "object" || shared === null || !(key in shared)) {
    return { stored: shared, leftOut: [] };
  }
  const { [key]: places, ...stored } = shared;
  if (!Array.isArray(places) || places.length > most) {
    return { stored, leftOut: null };
  }
  const paths = places.map(pathOf);
  return {
    stored,
    leftOut: paths.every((path) => path !== null) ? paths : null,
  };
}

function pathOf(place: unknown): Path | null {
  if (typeof place !== "string" || !/^[\w-]+(\.[\w-]+){1,7}$/.test(place)) {
    return null;
  }
  return place
    .split(".")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
