/** A section's head or a `Key=value` line of a unit, with its place in the text. */
export type UnitLine =
  | {
      readonly kind: "section";
      readonly name: string;
      /** Counted from 1, as is the column. */
      readonly line: number;
      readonly column: number;
    }
  | {
      readonly kind: "key";
      /** The section it stands in; absent before the first one. */
      readonly section: string | undefined;
      readonly name: string;
      /** On one line, though it may go on over several. */
      readonly value: string;
      readonly line: number;
      readonly column: number;
      /** Where the value begins. */
      readonly valueColumn: number;
    };

/** The lines of a unit as systemd reads them; comments, and what is neither head nor key, are left out. */
export function unitLines(text: string): UnitLine[] {
  const lines = text.split(/\r\n|\r|\n/);
  const read: UnitLine[] = [];
  let section: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const own = lines[index]!;
    const column = own.length - own.trimStart().length + 1;
    const trimmed = own.trim();
    if (trimmed === "" || /^[#;]/.test(trimmed)) continue;
    const line = index + 1;
    const [whole, last] = joined(lines, index);
    index = last;
    const head = /^\[([^\]]*)\]$/.exec(trimmed)?.[1];
    if (head !== undefined) {
      section = head;
      read.push({ kind: "section", name: head, line, column });
      continue;
    }
    const equals = whole.indexOf("=");
    if (equals < 0) continue;
    const blanks = /^\s*/.exec(whole.slice(equals + 1))![0].length;
    read.push({
      kind: "key",
      section,
      name: whole.slice(0, equals).trim(),
      value: whole.slice(equals + 1).trim(),
      line,
      column,
      valueColumn: equals + blanks + 2,
    });
  }
  return read;
}

/** A line together with those it goes on in after a backslash, comments among them left out, and where it ends. */
function joined(lines: readonly string[], from: number): [string, number] {
  const parts = [lines[from]!];
  let at = from;
  while (parts.at(-1)!.endsWith("\\") && at + 1 < lines.length) {
    at += 1;
    const next = lines[at]!;
    if (!/^\s*[#;]/.test(next)) parts.push(next);
  }
  return [parts.map((part) => part.replace(/\\$/, "")).join(" "), at];
}
