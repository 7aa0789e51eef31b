import {
  createDocument,
  extensionById,
  openDocument,
  patch,
  secretEntries,
  textAt,
  type Header,
  type Path,
  type SecretEntry,
} from "@/lib/butane";
import { draftOf } from "./draft-of";
import { nodeExtensions } from "./node-extensions";
import type { Preset } from "./preset";
import { readStored } from "./read/read-stored";
import { presetSchema } from "./schema";
import type { Schema } from "./section";

const schema = onlySecrets(presetSchema()) ?? {};

/**
 * Where the preset holds a secret: fields marked `writeOnly` in a section's schema, and parameters marked `secret`. What stands in a
 * document that is kept whole, and in no field, is told as the text itself.
 */
export function secretsIn(preset: Preset): Path[] {
  const fields = [...marked(schema, preset, []), ...secretParams(preset)];
  return hidden(preset).length > 0 ? [...fields, ["rest", "text"]] : fields;
}

/** The same preset without its secrets; a document that is kept whole loses them in its text. */
export function withoutSecrets(preset: Preset): Preset {
  const copy = structuredClone(preset);
  const paths = [...marked(schema, preset, []), ...secretParams(preset)];
  for (const path of paths) remove(copy, path);
  if (!preset.rest.whole) return copy;
  const before = createDocument(headerOf(preset));
  const after = createDocument(headerOf(preset));
  for (const { entry, without } of hidden(preset)) {
    before.putEntry(entry.list, entry.value);
    after.putEntry(without.list, without.value);
  }
  const cleared = patch(preset.rest.text, before, after).text;
  const patched = patch(cleared, draftOf(preset), draftOf(copy)).text;
  // What could not be taken out as an entry, of one that stands twice, goes as it was typed.
  const text = [...hashesIn(preset.rest.text), ...paths.map(valueIn(preset))]
    .filter((value) => value.length >= shortest)
    .reduce((less, value) => less.replaceAll(value, ""), patched);
  return readStored({ ...copy, rest: { text, whole: true } });
}

// A shorter one may be a part of any word.
const shortest = 8;

function hashesIn(text: string): string[] {
  const opened = openDocument(text);
  if (!opened.ok) return [];
  return opened.value
    .entriesOf("passwd.users")
    .map(({ value }) => textAt(value, "password_hash") ?? "");
}

const valueIn =
  (preset: Preset) =>
  (path: Path): string => {
    let here: unknown = preset;
    for (const key of path)
      here = (here as Record<string | number, unknown>)[key];
    return typeof here === "string" ? here.trim() : "";
  };

function headerOf({ target }: Preset): Header {
  return { variant: target.variant, version: target.spec };
}

/** Secrets of a whole document that are in no field: of users no section knows, and of extensions in a way of their own. */
function hidden(preset: Preset): SecretEntry[] {
  if (!preset.rest.whole) return [];
  const opened = openDocument(preset.rest.text);
  if (!opened.ok) return [];
  // One that stands twice is known once.
  const known = new Set(preset.users.users.map(({ name }) => name));
  const users = opened.value
    .entriesOf("passwd.users")
    .flatMap((entry): SecretEntry[] => {
      const { key, list, value } = entry;
      if (known.delete(key) || textAt(value, "password_hash") === undefined)
        return [];
      const { password_hash: _, ...rest } = value as { password_hash: string };
      return [{ entry, without: { list, value: rest } }];
    });
  return [...users, ...secretEntries(opened.value, nodeExtensions(preset))];
}

/** What of a schema leads to a secret: most of it leads nowhere, and every key asks for them. */
function onlySecrets(part: Schema): Schema | null {
  if (part.writeOnly) return part;
  const items = part.items && onlySecrets(part.items);
  if (items) return { items };
  const properties = Object.entries(part.properties ?? {}).flatMap(
    ([key, inner]) => {
      const kept = onlySecrets(inner);
      return kept ? [[key, kept] as const] : [];
    },
  );
  return properties.length > 0
    ? { properties: Object.fromEntries(properties) }
    : null;
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
