import { oneLine as lineOf } from "@/lib/butane";

export { wholeLines } from "@/lib/butane";

/** A section of a file as systemd reads them: its name, and its settings in order. A name may come several times. */
export interface IniSection {
  readonly name: string;
  readonly settings: readonly (readonly [key: string, value: string])[];
}

/**
 * A file of sections with a blank line between them. A setting without a value is left out, and so is a section without settings.
 * A value is one line: a line break in it would begin another setting.
 */
export function iniText(sections: readonly IniSection[]): string {
  return sections
    .map(({ name, settings }) => ({
      name,
      lines: settings
        .map(([key, value]) => [key, oneLine(value)] as const)
        .filter(([, value]) => value !== "")
        .map(([key, value]) => `${key}=${value}\n`),
    }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ name, lines }) => `[${name}]\n${lines.join("")}`)
    .join("\n");
}

/** The sections of a text; comments and what stands before the first section are left out. */
export function readIni(text: string): IniSection[] {
  const sections: { name: string; settings: [string, string][] }[] = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    const name = /^\[(.+)\]$/.exec(line)?.[1];
    const at = line.indexOf("=");
    if (name !== undefined) sections.push({ name, settings: [] });
    else if (at > 0 && !/^[#;]/.test(line))
      sections
        .at(-1)
        ?.settings.push([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
  }
  return sections;
}

/** Every value of a key in sections of a name, in order. */
export function valuesOf(
  sections: readonly IniSection[],
  name: string,
  key: string,
): string[] {
  return sections
    .filter((section) => section.name === name)
    .flatMap(({ settings }) =>
      settings.filter(([one]) => one === key).map(([, value]) => value),
    );
}

/** The value of a key; empty where it is not set, and the last one where it is set several times. */
export function valueOf(
  sections: readonly IniSection[],
  name: string,
  key: string,
): string {
  return valuesOf(sections, name, key).at(-1) ?? "";
}

/** The words of a key, however many lines they stand on. */
export function wordsOf(
  sections: readonly IniSection[],
  name: string,
  key: string,
): string[] {
  return valuesOf(sections, name, key).flatMap(wordsIn);
}

/** The words of a value, which any white space parts; none where it is blank. */
export function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** One line of what was typed; a backslash at its end would join the next line to it. */
export function oneLine(text: string): string {
  return lineOf(text).replace(/\\+$/, "").trim();
}
