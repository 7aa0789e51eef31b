import { extensionById, type Path, type Transpiled } from "@/lib/butane";
import { utf8 } from "@/lib/bytes";
import type { Composed } from "@/lib/preset/compose";
import { fieldOf } from "@/lib/preset/origins";
import type { Preset, SectionId } from "@/lib/preset/preset";
import { sectionsById } from "@/lib/preset/sections";

/** Who asked for a part of the config: a section of the preset, or one chosen extension. */
export interface SizeOwner {
  readonly section: SectionId;
  /** Id of the extension, for what the section `extensions` writes for one. */
  readonly extension?: string;
  readonly title: string;
}

/** A file, a unit, a user: whatever stands for itself in the config. */
export interface SizeItem {
  /** Its path or name. */
  readonly name: string;
  readonly bytes: number;
}

/** What one owner adds to the config. */
export interface SizePart extends SizeOwner {
  readonly bytes: number;
  /** Largest first. */
  readonly items: readonly SizeItem[];
}

/** Where the bytes of a config come from. */
export interface Sizes {
  /** Largest first. */
  readonly parts: readonly SizePart[];
  /** Bytes of nobody: the braces, keys and commas around all. */
  readonly frame: number;
  /** The whole config in one line, which is what all of them add up to. */
  readonly total: number;
}

interface Given {
  readonly transpiled: Pick<Transpiled, "output" | "sources">;
  readonly composed: Pick<Composed, "origins">;
  readonly preset: Preset;
}

/**
 * What makes an Ignition config as big as it is, by who asked for it. Counts the bytes of the compact JSON, each of them once; null
 * while there is no config.
 */
export function sizesOf({ transpiled, composed, preset }: Given): Sizes | null {
  const { output, sources } = transpiled;
  if (output === null || !output.startsWith("{")) return null;
  const total = utf8(output).length;
  const found = new Map<string, { owner: SizeOwner; items: SizeItem[] }>();
  let known = 0;
  for (const { value, at } of entries(JSON.parse(output), [])) {
    const field = fieldOf(sources.find(at), composed.origins);
    const owner = ownerOf(field ?? ["rest"], preset);
    const bytes = jsonBytes(value);
    known += bytes;
    const key = `${owner.section} ${owner.extension ?? ""}`;
    const part = found.get(key) ?? { owner, items: [] };
    part.items.push({ name: nameOf(value, at), bytes });
    found.set(key, part);
  }
  const parts = Array.from(found.values(), ({ owner, items }) => ({
    ...owner,
    bytes: items.reduce((sum, { bytes }) => sum + bytes, 0),
    items: items.sort(bySize),
  }));
  return { parts: parts.sort(bySize), frame: total - known, total };
}

const bySize = (one: { bytes: number }, other: { bytes: number }) =>
  other.bytes - one.bytes;

/** Items of the config's lists. Of a unit its drop-ins stand for themselves: each may be another extension's. */
function* entries(
  value: unknown,
  at: Path,
): Generator<{ value: unknown; at: Path }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const inner = (item as { dropins?: unknown } | null)?.dropins;
      if (Array.isArray(inner))
        yield* entries(inner, [...at, index, "dropins"]);
      // What is left of the unit is its name and the braces around the drop-ins.
      if (!Array.isArray(inner)) yield { value: item, at: [...at, index] };
      else {
        const { dropins: _, ...unit } = item as { dropins: unknown };
        yield { value: unit, at: [...at, index] };
      }
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value))
      yield* entries(inner, [...at, key]);
  }
}

function ownerOf(field: Path, preset: Preset): SizeOwner {
  const [section, list, index] = field;
  const chosen =
    section === "extensions" && list === "chosen"
      ? preset.extensions.chosen[Number(index)]
      : undefined;
  if (chosen)
    return {
      section: "extensions",
      extension: chosen.id,
      title: (!chosen.own && extensionById(chosen.id)?.title) || chosen.id,
    };
  const id =
    typeof section === "string" && Object.hasOwn(sectionsById, section)
      ? (section as SectionId)
      : "rest";
  return { section: id, title: sectionsById[id].title };
}

function nameOf(value: unknown, at: Path): string {
  if (typeof value === "string") return value;
  const { path, name, device } = (value ?? {}) as Record<string, unknown>;
  const found = [path, name, device].find((one) => typeof one === "string");
  const list = at.filter((key) => typeof key === "string").at(-1) ?? "";
  return typeof found === "string" ? found : list;
}

/** Bytes of a value in the config's text, which escapes three signs more than JSON has to. */
function jsonBytes(value: unknown): number {
  return utf8(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, "\\u0000"))
    .length;
}
