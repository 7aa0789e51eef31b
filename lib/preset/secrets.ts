import { extensionById, type Path } from "@/lib/butane";
import type { Preset } from "./preset";
import { presetSchema } from "./schema";
import type { Schema } from "./section";

const schema = presetSchema();

/** Where the preset holds a secret: fields marked `writeOnly` in a section's schema, and parameters marked `secret`. */
export function secretsIn(preset: Preset): Path[] {
  return [...marked(schema, preset, []), ...secretParams(preset)];
}

/** The same preset without its secrets. */
export function withoutSecrets(preset: Preset): Preset {
  const copy = structuredClone(preset);
  for (const path of secretsIn(preset)) remove(copy, path);
  return copy;
}

function marked(part: Schema, value: unknown, at: Path): Path[] {
  if (part.writeOnly) return value ? [at] : [];
  if (part.properties && value && typeof value === "object") {
    return Object.entries(part.properties).flatMap(([key, inner]) =>
      marked(inner, (value as Record<string, unknown>)[key], [...at, key]),
    );
  }
  if (part.items && Array.isArray(value))
    return value.flatMap((item, index) =>
      marked(part.items!, item, [...at, index]),
    );
  return [];
}

function secretParams(preset: Preset): Path[] {
  return preset.extensions.chosen.flatMap(({ id, params, own }, index) => {
    const specs = own ? {} : (extensionById(id)?.params ?? {});
    return Object.keys(params)
      .filter(
        (key) =>
          Object.hasOwn(specs, key) && specs[key]?.secret && params[key] !== "",
      )
      .map((key) => ["extensions", "chosen", index, "params", key]);
  });
}

/** A field is emptied; a parameter goes, so that its default holds. */
function remove(preset: Preset, path: Path): void {
  let parent: Record<string | number, unknown> = preset as never;
  for (const key of path.slice(0, -1)) parent = parent[key] as typeof parent;
  const last = path.at(-1)!;
  if (path.includes("params")) delete parent[last];
  else parent[last] = "";
}
