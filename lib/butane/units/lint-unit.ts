import { nearest } from "../nearest";
import { limitFault } from "./limit-value";
import { lintWhole } from "./lint-whole";
import { unitTypes } from "./name";
import { sectionOfType, unitKeys, unitSwitches, unitWords } from "./unit-keys";
import { unitLines, type UnitLine } from "./unit-lines";

/** What systemd would not do as it stands in a unit. */
export type UnitFaultCode =
  | "outside-section"
  | "section-unknown"
  | "section-of-other-type"
  | "key-unknown"
  | "key-elsewhere"
  | "value-unknown"
  | "command-missing"
  | "command-several"
  | "command-added"
  | "command-shell"
  | "quote-open"
  | "oneshot-restart"
  | "trigger-missing"
  | "mount-what"
  | "mount-where"
  | "order-alone";

/** A place in the text of a unit that systemd ignores or refuses. */
export interface UnitFault {
  readonly code: UnitFaultCode;
  /** Counted from 1, as is the column. */
  readonly line: number;
  readonly column: number;
  /** The words that are wrong; nothing where something is missing. */
  readonly word: string;
  readonly section?: string | undefined;
  readonly key?: string;
  /** What should stand there, or the section it should stand in. */
  readonly instead?: string | undefined;
}

/** Whether a text is a whole unit, or changes one. */
export type UnitRole = "unit" | "dropin";

/**
 * What systemd ignores or refuses in the text of a unit: sections and keys that it does not know, in the wrong place, or with a
 * value that it cannot read, and units that miss what their type needs. A text of a type that nobody knows has no faults here.
 *
 * @example
 * lintUnit("a.service", "[Service]\nExecStar=/bin/a\n")[0]?.instead; // "ExecStart"
 */
export function lintUnit(
  name: string,
  text: string,
  role: UnitRole = "unit",
): UnitFault[] {
  const type = name.slice(name.lastIndexOf(".") + 1);
  if (!(unitTypes as readonly string[]).includes(type)) return [];
  const own = sectionOfType.get(type);
  const sections = ["Unit", ...(own ? [own] : []), "Install"];
  const lines = unitLines(text);
  return [
    ...lines.flatMap((line) =>
      line.kind === "section"
        ? lintSection(line, sections)
        : lintKey(line, sections),
    ),
    ...lintWhole(name, type, lines, role),
  ].sort((one, other) => one.line - other.line);
}

type Of<Kind> = Extract<UnitLine, { kind: Kind }>;

function lintSection(
  { name, line, column }: Of<"section">,
  sections: readonly string[],
): UnitFault[] {
  // Sections and keys for other programs begin so, and systemd skips them.
  if (sections.includes(name) || name.startsWith("X-")) return [];
  const place = { line, column: column + 1, word: name };
  if (unitKeys.has(name))
    return [
      { code: "section-of-other-type", ...place, instead: sections.join(", ") },
    ];
  return [
    { code: "section-unknown", ...place, instead: nearest(name, sections) },
  ];
}

function lintKey(line: Of<"key">, sections: readonly string[]): UnitFault[] {
  const { section, name } = line;
  const place = { line: line.line, column: line.column, word: name, section };
  if (section === undefined) return [{ code: "outside-section", ...place }];
  if (!sections.includes(section) || name.startsWith("X-")) return [];
  const known = unitKeys.get(section)!;
  if (known.has(name)) return lintValue(line);
  const elsewhere = sections.find((one) => unitKeys.get(one)!.has(name));
  if (elsewhere)
    return [{ code: "key-elsewhere", ...place, instead: elsewhere }];
  return [
    { code: "key-unknown", ...place, instead: nearest(name, [...known]) },
  ];
}

const switches = ["yes", "no", "true", "false", "on", "off", "1", "0"];
const shortSwitches = ["y", "n", "t", "f"];

function lintValue(line: Of<"key">): UnitFault[] {
  const { name, value } = line;
  const limit = limitFault(name, value);
  if (limit) return [valueUnknown(line, limit.instead)];
  // `Type` of a mount is a filesystem, and an empty value takes earlier ones back.
  const isEnum = !(name === "Type" && line.section !== "Service");
  const words = unitSwitches.has(name)
    ? switches
    : isEnum
      ? unitWords.get(name)
      : undefined;
  if (!words || value === "") return [];
  const given = words === switches ? value.toLowerCase() : value;
  if (words.includes(given) || given.startsWith("%")) return [];
  if (words === switches && shortSwitches.includes(given)) return [];
  return [valueUnknown(line, nearest(value, words))];
}

function valueUnknown(
  { line, valueColumn, value, section, name }: Of<"key">,
  instead: string | undefined,
): UnitFault {
  return {
    code: "value-unknown",
    line,
    column: valueColumn,
    word: value,
    section,
    key: name,
    instead,
  };
}
