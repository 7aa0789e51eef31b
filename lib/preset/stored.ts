import { sameData } from "@/lib/same";
import { emptyPreset, fillDefaults } from "./defaults";
import type { Preset } from "./preset";
import { readStored } from "./read/read-stored";
import { presetSchema } from "./schema";
import type { Schema } from "./section";
import { sections } from "./sections";
import { withoutSecrets } from "./secrets";

// One schema serves for what is left out of a stored preset and for what is filled in again.
const schema = presetSchema();

export interface StoredOptions {
  /** Whether password hashes and secret parameters are stored, or left out. */
  readonly secrets: "keep" | "omit";
}

/**
 * What is stored and shared of a preset: its difference from `emptyPreset()`, keys in the order of the schema, so that equal
 * presets give equal text. Of a document that is kept whole, that is the document, and what cannot be read from it again.
 */
export function toStored(preset: Preset, options: StoredOptions): unknown {
  if (!preset.rest.whole) return stored(preset, options);
  // The draft, the link and a snapshot ask for the same one after another, and each would read the text again.
  const known = wholes[options.secrets].get(preset);
  const found = known ?? stored(preset, options);
  if (!known) wholes[options.secrets].set(preset, found);
  return structuredClone(found);
}

const wholes = {
  keep: new WeakMap<Preset, object>(),
  omit: new WeakMap<Preset, object>(),
};

function stored(preset: Preset, { secrets }: StoredOptions): object {
  const kept = secrets === "omit" ? withoutSecrets(preset) : preset;
  const told = kept.rest.whole ? untold(kept) : kept;
  return { kindling: 1, ...(differing(schema, told) as object | undefined) };
}

/** A preset with defaults in every section that its text tells. */
function untold(preset: Preset): Preset {
  const empty = emptyPreset();
  const { name, target, rest } = preset;
  const bare = { ...empty, name, target, rest };
  const read = readStored(bare);
  if (sameData(read, preset)) return bare;
  const sections = sectionIds.map((id) => [
    id,
    sameData(read[id], preset[id]) ? empty[id] : preset[id],
  ]);
  const told = {
    ...bare,
    ...(Object.fromEntries(sections) as Partial<Preset>),
  };
  // Sections are read in each other's light: where one that is left out comes back another way, all of them are stored.
  return sameData(
    readStored(
      fillDefaults({ kindling: 1, ...(differing(schema, told) as object) }),
    ),
    preset,
  )
    ? told
    : preset;
}

// The target and the document itself are stored in any case.
const sectionIds = sections
  .map(({ id }) => id)
  .filter((id) => id !== "target" && id !== "rest");

/** The part of a value that is not its default; `undefined` when all of it is. */
function differing(part: Schema, value: unknown): unknown {
  if (value === undefined || sameData(value, part.default)) return undefined;
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
