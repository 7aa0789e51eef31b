import type { Preset } from "./preset";
import { presetSchema } from "./schema";
import type { Schema } from "./section";
import { withoutSecrets } from "./secrets";

// One schema serves for what is left out of a stored preset and for what is filled in again.
const schema = presetSchema();

/** A node on which nothing was chosen. */
export function emptyPreset(): Preset {
  return fill(schema, { kindling: 1 }) as Preset;
}

/** The whole preset behind a stored one whose shape was checked. */
export function fillDefaults(stored: unknown): Preset {
  return fill(schema, stored) as Preset;
}

export interface StoredOptions {
  /** Whether password hashes and secret parameters are stored, or left out. */
  readonly secrets: "keep" | "omit";
}

/**
 * What is stored and shared of a preset: its difference from `emptyPreset()`, keys in the order of the schema, so that equal
 * presets give equal text.
 */
export function toStored(preset: Preset, options: StoredOptions): unknown {
  const kept = options.secrets === "omit" ? withoutSecrets(preset) : preset;
  return { kindling: 1, ...(differing(schema, kept) as object | undefined) };
}

function fill(part: Schema, value: unknown): unknown {
  if (value === undefined && part.default !== undefined)
    return structuredClone(part.default);
  if (part.properties) {
    const given = (value ?? {}) as Record<string, unknown>;
    const filled: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(part.properties)) {
      // Absent by nature, like `own`: a part that has required keys has no default to be filled from.
      if (
        !Object.hasOwn(given, key) &&
        inner.required &&
        inner.default === undefined
      )
        continue;
      filled[key] = fill(
        inner,
        Object.hasOwn(given, key) ? given[key] : undefined,
      );
    }
    return filled;
  }
  if (part.items && Array.isArray(value))
    return value.map((item) => fill(part.items!, item));
  return value;
}

/** The part of a value that is not its default; `undefined` when all of it is. */
function differing(part: Schema, value: unknown): unknown {
  if (value === undefined || same(value, part.default)) return undefined;
  if (part.properties) {
    const given = value as Record<string, unknown>;
    const kept = Object.entries(part.properties).flatMap(([key, inner]) => {
      const difference =
        key === "kindling" ? undefined : differing(inner, given[key]);
      return difference === undefined ? [] : [[key, difference]];
    });
    const whole = kept.length === 0 && part.required === undefined;
    return whole ? undefined : Object.fromEntries(kept);
  }
  if (part.items && Array.isArray(value))
    return value.map((item) => differing(part.items!, item) ?? item);
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? sorted(value)
    : value;
}

function sorted(value: object): object {
  return Object.fromEntries(
    Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Whether two values of JSON are equal, whatever the order of their keys. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other)
    return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) =>
        Object.hasOwn(other, key) &&
        same(
          (one as Record<string, unknown>)[key],
          (other as Record<string, unknown>)[key],
        ),
    )
  );
}
