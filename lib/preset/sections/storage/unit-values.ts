import {
  oneLine,
  parseUnit,
  textAt,
  unitText,
  type DocumentEntry,
  type OpenDocument,
} from "@/lib/butane";

/** A unit with a text of its own. */
export interface FoundUnit {
  readonly name: string;
  readonly text: string;
}

/** The units of a document that have such an ending and a text. */
export function unitsEnding(
  document: OpenDocument,
  ending: string,
): FoundUnit[] {
  return document
    .entriesOf("systemd.units")
    .filter(({ key }) => key.endsWith(ending))
    .flatMap((entry) => {
      const text = contentsOf(entry);
      return text === undefined ? [] : [{ name: entry.key, text }];
    });
}

/** The text of a unit, where a document has it. */
export function unitNamed(
  document: OpenDocument,
  name: string,
): string | undefined {
  const [entry] = document.named("systemd.units", name);
  return entry && contentsOf(entry);
}

/** The text of a file that stands in a document. */
export function fileNamed(document: OpenDocument, path: string): string {
  const [entry] = document.named("storage.files", path);
  return textAt(entry?.value, "contents", "inline") ?? "";
}

/** Every value of a key of a unit, in order. */
export function valuesOf(text: string, key: string): string[] {
  const unit = parseUnit(text);
  if (!unit.ok) return [];
  return unit.options
    .filter(({ name }) => name === key)
    .map(({ value }) => value);
}

/** The first value of a key of a unit; empty where it is not there. */
export function valueOf(text: string, key: string): string {
  return valuesOf(text, key)[0] ?? "";
}

/** A value of a unit in which systemd shall see neither a placeholder nor a line that goes on. */
export function literal(value: string): string {
  return oneLine(value)
    .replace(/[\s\\]+$/, "")
    .replaceAll("%", "%%");
}

/** What was typed behind a value that `literal` wrote. */
export function typed(value: string): string {
  return value.replaceAll("%%", "%");
}

/**
 * A name, path or size that means itself wherever it stands in a unit, a command line included; nothing for any other. The checks
 * say so where that keeps something from being written.
 */
export function word(value: string): string {
  return isWord(value) ? value : "";
}

/** Whether a value means itself in a command line of a unit. */
export function isWord(value: string): boolean {
  return /^[\w/.][\w/.:@+,=~-]*$/.test(value);
}

/** Whether two texts are the same but for the line end at the end, as documents are compared. */
export function sameText(one: string, other: string): boolean {
  return one.replace(/\n$/, "") === other.replace(/\n$/, "");
}

export { unitText };

function contentsOf({ value }: DocumentEntry): string | undefined {
  return textAt(value, "contents");
}
