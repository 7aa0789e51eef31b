import type { Path } from "../path";
import { error, type Entry } from "../report";

/**
 * Places that are forbidden, keys joined by dots and lists on the way left out, and the code to say so. `unlessEmpty`: an
 * empty text is let through.
 */
export type Forbidden = Readonly<
  Record<string, string | { readonly code: string; readonly unlessEmpty: true }>
>;

/**
 * Finds what a variant does not support in an Ignition config. A forbidden list gives one entry.
 */
export function forbiddenFields(
  config: unknown,
  forbidden: Forbidden,
): Entry[] {
  return Object.entries(forbidden).flatMap(([place, what]) => {
    const rule = typeof what === "string" ? { code: what } : what;
    const isLet = (value: unknown) =>
      isEmpty(value) || ("unlessEmpty" in rule && value === "");
    return placesOf(config, place.split("."), [], isLet).map((path) =>
      error(rule.code, path),
    );
  });
}

function placesOf(
  value: unknown,
  keys: readonly string[],
  at: Path,
  isLet: (value: unknown) => boolean,
): Path[] {
  const [key, ...rest] = keys;
  if (key === undefined) return isLet(value) ? [] : [at];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      placesOf(item, keys, [...at, index], isLet),
    );
  }
  if (typeof value !== "object" || value === null) return [];
  const inner = (value as Record<string, unknown>)[key];
  return placesOf(inner, rest, [...at, key], isLet);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every(isEmpty);
}
