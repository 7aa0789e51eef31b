import { UnitReader } from "./reader";
import { isBlank, trimSpace } from "./text";

/** A `Name=Value` line of a unit file, with the section it stands in. */
export interface UnitOption {
  readonly section: string;
  readonly name: string;
  /** Continued lines keep their backslash and their line break. */
  readonly value: string;
}

/** Why a text is not a unit file. */
export type UnitProblem =
  | "section-unclosed"
  | "section-garbage"
  | "line-without-equals"
  | "unfinished-option"
  | "line-too-long";

export type ParsedUnit =
  | { readonly ok: true; readonly options: readonly UnitOption[] }
  | { readonly ok: false; readonly problem: UnitProblem };

const marks: ReadonlySet<string> = new Set(["[", "#", ";"]);

/**
 * Reads the text of a unit file as Ignition does before it accepts one.
 *
 * It is a lax reader: text before the first section is skipped, and a section without options leaves no trace
 * (so an empty `[Install]` counts as none).
 */
export function parseUnit(text: string): ParsedUnit {
  const reader = new UnitReader(text);
  const options: UnitOption[] = [];
  let section: string | null = null;

  for (;;) {
    if (reader.lineTooLong()) return failed("line-too-long");
    const character = reader.peek();
    if (character === undefined) return { ok: true, options };
    const startsOption: boolean =
      section !== null && !marks.has(character) && !isBlank(character);
    if (!startsOption) reader.take();
    if (reader.lineTooLong()) return failed("line-too-long");

    if (character === "[") {
      const name = reader.takeUntil("]");
      if (name === undefined) return failed("section-unclosed");
      if (reader.lineTooLong()) return failed("line-too-long");
      if (!isBlank(reader.takeLine().text)) return failed("section-garbage");
      section = name;
    } else if (marks.has(character)) {
      skipComment(reader);
    } else if (startsOption && section !== null) {
      const name = reader.takeOptionName();
      if (typeof name === "object") return failed(name.problem);
      const value = takeValue(reader);
      if (value === undefined) return failed("line-too-long");
      options.push({ section, name: trimSpace(name), value });
    }
  }
}

/** Whether a text has an `[Install]` section with something in it; false also where it is not a unit file. */
export function hasInstallSection(unit: ParsedUnit): boolean {
  return unit.ok && unit.options.some(({ section }) => section === "Install");
}

function failed(problem: UnitProblem): ParsedUnit {
  return { ok: false, problem };
}

/** A comment, too, goes on where its line ends in a backslash. */
function skipComment(reader: UnitReader): void {
  while (reader.takeLine().text.replace(/ $/, "").endsWith("\\"));
}

/** The value after `=` with its continued lines, or nothing when one of these is too long. */
function takeValue(reader: UnitReader): string | undefined {
  let value = "";
  for (;;) {
    if (reader.lineTooLong()) return undefined;
    const { text, last } = reader.takeLine();
    // A blank line ends a value, and is no part of it.
    if (!isBlank(text)) value += text;
    const goesOn = text.endsWith("\\") && !isBlank(text);
    if (goesOn && !last) value += "\n";
    if (!goesOn) break;
  }
  return value.endsWith("\n") ? `${trimSpace(value)}\n` : trimSpace(value);
}
