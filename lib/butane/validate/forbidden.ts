import type { Path } from "../path";
import { error, type Entry } from "../report";

/**
 * Finds what a variant does not support in an Ignition config.
 *
 * `forbidden` maps a place, its keys joined by dots and lists on the way left out, to the code of the entry. A
 * forbidden list gives one entry.
 */
export function forbiddenFields(
  config: unknown,
  forbidden: Readonly<Record<string, string>>,
): Entry[] {
  return Object.entries(forbidden).flatMap(([place, code]) =>
    placesOf(config, place.split("."), []).map((path) => error(code, path)),
  );
}

function placesOf(value: unknown, keys: readonly string[], at: Path): Path[] {
  const [key, ...rest] = keys;
  if (key === undefined) return isEmpty(value) ? [] : [at];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => placesOf(item, keys, [...at, index]));
  }
  if (typeof value !== "object" || value === null) return [];
  const inner = (value as Record<string, unknown>)[key];
  return placesOf(inner, rest, [...at, key]);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every(isEmpty);
}
