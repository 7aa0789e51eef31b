import type { Preset } from "./preset";
import { presetSchema } from "./schema";
import type { Schema } from "./section";

const schema = presetSchema();

/** A node on which nothing was chosen. */
export function emptyPreset(): Preset {
  return fill(schema, { kindling: 1 }) as Preset;
}

/** The whole preset behind a stored one whose shape was checked. */
export function fillDefaults(stored: unknown): Preset {
  return fill(schema, stored) as Preset;
}

function fill(part: Schema, value: unknown): unknown {
  if (value === undefined && part.default !== undefined)
    return structuredClone(part.default);
  if (part.properties) {
    const given = (value ?? {}) as Record<string, unknown>;
    const filled: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(part.properties)) {
      // Absent by nature: a value without a default, and a part like `own` whose required keys nothing fills.
      if (
        !Object.hasOwn(given, key) &&
        inner.default === undefined &&
        (inner.required || !inner.properties)
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
