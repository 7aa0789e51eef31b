import { formatPath, type Path } from "../path";
import type { Field } from "../struct/field";
import { typeOf } from "./complete";
import { readLines, type Span, type TextLine } from "./lines";
import { wordAt } from "./path-at";
import { placeAt } from "./place";
import { specOf, specsOf } from "./spec-of";
import { spotAt, type AssistSpec } from "./spot";
import { unitPlace } from "./unit-text";

/** What a word of a document means. */
export interface Help {
  /** The word. */
  readonly start: number;
  readonly end: number;
  /** `storage.files[].mode`, or `[Service] Restart` in a unit. */
  readonly title: string;
  /** What it does on the node, one or two sentences. */
  readonly says: string;
  readonly type?: string;
  readonly required?: true;
  /** What holds when it is left out. */
  readonly absent?: string;
  /** The values that are allowed. */
  readonly choices?: readonly string[];
  /** The first spec version that has it, where it is not the first of its variant. */
  readonly since?: string;
  /** Set when the spec version of this document does not have it yet. */
  readonly tooNew?: true;
}

/**
 * What the key or value at an offset means; `null` where nothing is known about it. Works on half-written documents.
 *
 * @example
 * helpAt("storage:\n  files: []\n", 12)?.says; // "Files to write."
 */
export function helpAt(
  text: string,
  offset: number,
  spec: AssistSpec = specOf(text),
): Help | null {
  const lines = readLines(text);
  const { path, span, line } = wordAt(text, lines, offset);
  if (line.kind === "text") return unitHelp(text, lines, offset);
  if (!span) return null;
  const key = path.findLastIndex((one) => typeof one === "string");
  const field = fieldAt(spec, path.slice(0, key + 1));
  if (field) return helpOf(field, path, span, spec);
  const later = laterField(spec, path);
  return later && { ...helpOf(later, path, span, spec), tooNew: true };
}

const fieldAt = (spec: AssistSpec, path: Path): Field | undefined =>
  spotAt(spec, path)?.field;

function helpOf(field: Field, path: Path, span: Span, spec: AssistSpec): Help {
  const first = firstWith(spec, path);
  return {
    ...span,
    title: titleOf(path),
    says: field.doc,
    type: typeOf(field),
    ...(field.required && { required: true }),
    ...(field.absent !== undefined && { absent: field.absent }),
    ...(field.choices && { choices: field.choices.filter(Boolean) }),
    ...(first && { since: first }),
  };
}

/** The first version that has what stands at a path; nothing when that is the very first one. */
function firstWith({ variant }: AssistSpec, path: Path): string | undefined {
  const index = specsOf(variant).findIndex((one) => spotAt(one, path));
  return index > 0 ? specsOf(variant)[index]?.version : undefined;
}

/** The field as a later version of the variant has it. */
function laterField({ variant }: AssistSpec, path: Path): Field | null {
  for (const one of specsOf(variant)) {
    const field = fieldAt(one, path);
    if (field) return field;
  }
  return null;
}

function titleOf(path: Path): string {
  const generic = path.map((key) => (typeof key === "number" ? "[]" : key));
  return formatPath(generic)
    .replace(/^\$\.?/, "")
    .replace(/\.\[\]/g, "[]");
}

function unitHelp(
  text: string,
  lines: readonly TextLine[],
  offset: number,
): Help | null {
  const place = placeAt(text, offset);
  const at = place?.what === "text" ? unitPlace(text, lines, place) : null;
  if (!place || !at) return null;
  const name = /^([A-Za-z0-9]+)\s*=/.exec(at.line)?.[1];
  const option = name && at.sections[at.section ?? ""]?.[name];
  if (!option) return null;
  const { start } = place.span;
  if (offset > start + name.length) return null;
  return {
    start,
    end: start + name.length,
    title: `[${at.section}] ${name}`,
    says: option.help,
  };
}
