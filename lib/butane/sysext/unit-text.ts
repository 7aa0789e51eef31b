import type { ButaneDocument } from "../emit/document";
import type { Path } from "../path";
import type { ExtensionUnit } from "./extension";

/** The sections of a unit file, in order; a line that is `null` or `false` is left out. */
export type UnitSections = Readonly<
  Record<string, readonly (string | null | false)[]>
>;

/** Writes a unit file or drop-in: sections with a blank line between them, sections without lines left out. */
export function unitText(sections: UnitSections): string {
  return Object.entries(sections)
    .map(([name, lines]) => [name, lines.filter((line) => line)] as const)
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => `[${name}]\n${lines.join("\n")}\n`)
    .join("\n");
}

/** An `Environment=` line; what systemd would take for a quote, an escape or a placeholder arrives as typed. */
export function environment(name: string, value: string): string {
  const text = oneLine(value).replace(/[\\"]/g, "\\$&").replaceAll("%", "%%");
  const assignment = `${name}=${text}`;
  return /^[\w=:/.,@+%-]*$/.test(assignment)
    ? `Environment=${assignment}`
    : `Environment="${assignment}"`;
}

/**
 * Arguments for an `Exec…=` line: split and unquoted by systemd, but `%` and `$` mean nothing special. Neither does a semicolon that
 * stands alone, which would begin another command, nor a backslash at the end, which would take in the next line of the unit.
 */
export function execArguments(value: string): string {
  return oneLine(value)
    .replace(/(?<!\\)(?:\\\\)*\\$/, (end) => end.slice(0, -1))
    .trimEnd()
    .replaceAll("%", "%%")
    .replaceAll("$", "$$$$")
    .replace(loneSemicolon, (part) => (part === ";" ? "\\;" : part));
}

/** One argument for an `Exec…=` line, in quotes where it has blanks or quotes in it. */
export function execWord(value: string): string {
  const text = oneLine(value);
  return /[\s"'\\;]/.test(text)
    ? `"${text.replace(/[\\"]/g, "\\$&").replaceAll("%", "%%").replaceAll("$", "$$$$")}"`
    : execArguments(text);
}

/** What is quoted or escaped, as it stands; and a semicolon between blanks. */
const loneSemicolon =
  /\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?<=^|\s);(?=\s|$)/g;

/** A line of an environment file, quoted where it has to be. */
export function environmentLine(name: string, value: string): string {
  const text = oneLine(value);
  return /^[\w:/.,@+%?&=~-]*$/.test(text)
    ? `${name}=${text}\n`
    : `${name}=${quoted(text)}\n`;
}

/** A value of an environment file in double quotes. */
export function quoted(value: string): string {
  return `"${oneLine(value).replace(/[\\"`$]/g, "\\$&")}"`;
}

/** Puts the parts of a command together, empty ones left out. */
export function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** Makes one line of what was typed: a line break would begin another setting. */
export function oneLine(value: string): string {
  const lines = value.split(/[\r\n]+/);
  const last = lines.length - 1;
  return lines
    .map((line, index) =>
      (index < last ? line.trimEnd().replace(/\\+$/, "") : line).trim(),
    )
    .filter((line) => line !== "")
    .join(" ");
}

/** Text that ends in exactly one line break; nothing stays nothing. */
export function wholeLines(text: string): string {
  const trimmed = text.replace(/\r\n?/g, "\n").trimEnd();
  return trimmed === "" ? "" : `${trimmed}\n`;
}

/** A unit that lives in an image and is started by a link of ours. */
export type LinkedUnit = Pick<ExtensionUnit, "name" | "path" | "wantedBy">;

/**
 * Starts a unit that lives inside an image. `enabled: true` cannot: it writes a preset, and presets are applied before
 * the image is merged.
 */
export function putWantsLink(
  document: ButaneDocument,
  unit: LinkedUnit,
  origin: Path,
): void {
  const target = unit.wantedBy ?? "multi-user.target";
  document.putLink(
    {
      path: `/etc/systemd/system/${target}.wants/${unit.name}`,
      target: unit.path ?? `/usr/lib/systemd/system/${unit.name}`,
      overwrite: true,
    },
    {
      comment: `Starts ${unit.name}: it is inside the image, where "enabled" does not reach it.`,
      origin,
    },
  );
}
