import type { Suggestion } from "./suggestion";
import { escape } from "./complete-values";
import type { TextLine } from "./lines";
import type { Place } from "./place";
import { unitPlace } from "./unit-text";

/** Sections, options and their values inside the text of a unit. */
export function suggestUnitText(
  text: string,
  lines: readonly TextLine[],
  place: Place,
): Suggestion[] {
  const at = unitPlace(text, lines, place);
  if (!at) return [];
  const { sections, section, typed } = at;
  const equals = typed.indexOf("=");
  const { start } = place.span;
  if (equals >= 0) {
    const name = typed.slice(0, equals);
    const values = sections[section ?? ""]?.[name]?.values ?? [];
    const word = start + Math.max(equals, typed.lastIndexOf(" ")) + 1;
    const end = start + typed.length;
    return values.map((label, rank) => ({
      label,
      kind: "value",
      insert: escape(label),
      start: word,
      end,
      rank,
    }));
  }
  const span = { start, end: start + typed.length };
  const heads = Object.keys(sections).map((name, rank) => ({
    label: `[${name}]`,
    kind: "section" as const,
    insert: `[${name}]`,
    ...span,
    rank: rank + 500,
  }));
  if (typed.startsWith("[") || section === undefined) return heads;
  const options = Object.entries(sections[section] ?? {}).map(
    ([label, { help, values }], rank) => ({
      label,
      kind: "key" as const,
      insert: `${label}=$0`,
      help,
      detail: `[${section}]`,
      ...span,
      rank,
      ...(values ? { again: true as const } : {}),
    }),
  );
  return [...options, ...heads];
}
