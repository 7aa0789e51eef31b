import { openScalars, type OpenScalars, type Path } from "@/lib/butane";
import { setAt } from "@/lib/set-at";
import type { Preset } from "./preset";
import { readStored } from "./read/read-stored";

/** What a node of a fleet has in place of each variable, by its name. */
export type Values = ReadonlyMap<string, string>;

/** A field of a preset with variables in its text. */
export interface VariableField {
  readonly field: Path;
  /** Each once, in the order of the text. */
  readonly names: readonly string[];
}

// A backslash in front says that the braces are meant as they stand.
const pattern = /\\?\{\{[ \t]*([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*\}\}/g;

/** Whether a name can stand between braces. */
export function isVariableName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name);
}

/** The names of the variables in a text, each once: of `{{host}}.{{zone}}` host and zone. `\{{host}}` is none. */
export function variablesIn(text: string): string[] {
  // Most texts have none, and every key asks for all of them.
  if (!text.includes("{{")) return [];
  const found = [...text.matchAll(pattern)].filter(([all]) => all[0] !== "\\");
  return [...new Set(found.map(([, name]) => name!))];
}

/** The first `\{{name}}` in a text, which a fleet takes the backslash from. */
function escapedIn(text: string): string | undefined {
  if (!text.includes("\\{{")) return undefined;
  return [...text.matchAll(pattern)].find(([all]) => all[0] === "\\")?.[0];
}

/**
 * A text with its variables exchanged for values, once: braces in a value stay braces. A variable without a value stays as it is;
 * `\{{name}}` loses its backslash.
 */
export function fillText(text: string, values: Values): string {
  if (!text.includes("{{")) return text;
  return text.replace(pattern, (all, name: string) =>
    all[0] === "\\" ? all.slice(1) : (values.get(name) ?? all),
  );
}

/** The fields of a preset with variables, in the order of the preset. */
export function variableFields(preset: Preset): VariableField[] {
  return templateFields(preset)
    .map(({ field, text }) => ({ field, names: variablesIn(text) }))
    .filter(({ names }) => names.length > 0);
}

/** The first field with a `\{{name}}` in it. */
export function escapedField(
  preset: Preset,
): { readonly field: Path; readonly escaped: string } | undefined {
  for (const { field, text } of templateFields(preset)) {
    const escaped = escapedIn(text);
    if (escaped !== undefined) return { field, escaped };
  }
  return undefined;
}

/** A preset whose variables can be exchanged for the values of one node after another. */
export interface PresetTemplate {
  readonly preset: Preset;
  /** Every variable, and the fields that it stands in. */
  readonly variables: ReadonlyMap<string, readonly Path[]>;
  /** The node with these values. They are data: none of them can become a key, a line or a setting of the document. */
  fill(values: Values): Preset;
}

/**
 * Makes a template of a preset. A variable may stand in any text: fields, the preset's name, strings of typed Butane. Of a document that
 * is kept whole its strings are exchanged, and the sections are read from it again.
 */
export function templateOf(preset: Preset): PresetTemplate {
  const fields = templateFields(preset).filter(
    ({ field }) => field[0] !== "rest",
  );
  const typed = openScalars(preset.rest.text, (text) => text.includes("{{"));
  const variables = new Map<string, Path[]>();
  const note = (text: string, field: Path) => {
    for (const name of variablesIn(text))
      variables.set(name, [...(variables.get(name) ?? []), field]);
  };
  for (const { text, field } of fields) note(text, field);
  note(typed.values.join("\n"), restField);
  return {
    preset,
    variables,
    fill(values) {
      let filled = preset;
      for (const { field, text } of fields)
        filled = setAt(filled, field, fillText(text, values));
      return typed.values.length === 0
        ? filled
        : withTyped(filled, typed, values);
    },
  };
}

function withTyped(preset: Preset, typed: OpenScalars, values: Values): Preset {
  const texts = typed.values.map((text) => fillText(text, values));
  const { rest } = preset;
  return readStored({ ...preset, rest: { ...rest, text: typed.fill(texts) } });
}

const restField: Path = ["rest", "text"];

interface TemplateField {
  readonly field: Path;
  readonly text: string;
}

/** Every text with braces that decides something: of a document that is kept whole, the sections only repeat it. */
function templateFields(preset: Preset): TemplateField[] {
  const keys = preset.rest.whole
    ? (["name", "target", "rest"] as const)
    : (Object.keys(preset) as (keyof Preset)[]);
  return keys.flatMap((key) => fieldsOf(key, preset[key]));
}

// A key of one field leaves the other sections the objects they were.
const known = new WeakMap<object, TemplateField[]>();

function fieldsOf(key: keyof Preset, value: unknown): TemplateField[] {
  if (typeof value !== "object" || value === null) return braced(value, [key]);
  let fields = known.get(value);
  if (!fields) known.set(value, (fields = braced(value, [key])));
  return fields;
}

function braced(value: unknown, field: Path): TemplateField[] {
  if (typeof value === "string")
    return value.includes("{{") ? [{ field, text: value }] : [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => braced(item, [...field, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    braced(inner, [...field, key]),
  );
}
