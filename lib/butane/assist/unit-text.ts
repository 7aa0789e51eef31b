import { pathOf, unquoted, type TextLine } from "./lines";
import type { Place } from "./place";
import { sectionsFor } from "./unit-options";

/** Where the cursor stands in the text of a unit. */
export interface UnitPlace {
  readonly sections: NonNullable<ReturnType<typeof sectionsFor>>;
  /** The section that the line is in. */
  readonly section: string | undefined;
  /** The line up to the cursor, without its indentation. */
  readonly typed: string;
  readonly line: string;
}

/** What a block of text is as a systemd file, by the name that stands beside it; `null` when it is none. */
export function unitPlace(
  text: string,
  lines: readonly TextLine[],
  place: Place,
): UnitPlace | null {
  const sections = sectionsFor(nameOf(text, lines, place));
  if (!sections) return null;
  const own = place.lines ?? [];
  const at = lines[place.line]!;
  const before = own.filter(
    (line) => line.start < at.start && line.kind === "text",
  );
  const heads = before.flatMap(
    ({ start, end }) =>
      /^\s*\[([^\]]+)\]/.exec(text.slice(start, end))?.[1] ?? [],
  );
  const line = text.slice(place.span.start, at.end).trim();
  return { sections, section: heads.at(-1), typed: place.typed, line };
}

/** The unit's name for its contents and its drop-ins, the path for a file. */
function nameOf(
  text: string,
  lines: readonly TextLine[],
  { path }: Place,
): string {
  const [list, item] = [path.slice(0, 2).join("."), path.slice(0, 3)];
  const key = list === "systemd.units" ? "name" : "path";
  if (list !== "systemd.units" && list !== "storage.files") return "";
  const wanted = [...item, key].join("\n");
  const line = lines.find(
    ({ kind, frame, value }) =>
      kind === "entry" &&
      value &&
      frame?.key === key &&
      pathOf(frame).join("\n") === wanted,
  );
  return line?.value
    ? unquoted(text.slice(line.value.start, line.value.end))
    : "";
}
