import { isBreak, isPrintable } from "./characters";
import { styleOf, type Style } from "./style";
import type { Writer } from "./writer";

/** Writes a text; `column` is where its further lines begin. */
export function writeText(
  writer: Writer,
  text: string,
  column: number,
  asKey = false,
): void {
  const write: Record<Style, () => void> = {
    plain: () => writePlain(writer, text),
    single: () => {
      writer.indicator("'");
      writeLines(writer, text.replaceAll("'", "''"), column, false);
      writer.attach("'");
    },
    double: () => {
      writer.indicator('"');
      writer.put(escapeAll(text));
      writer.attach('"');
    },
    literal: () => {
      writer.indicator("|");
      writer.attach(hints(text));
      writer.markSpaced();
      writeLines(writer, text, column, true);
    },
  };
  write[styleOf(text, asKey)]();
}

/** Writes a word that needs no quotes: a number, a truth value. */
export function writePlain(writer: Writer, text: string): void {
  writer.space();
  writer.attach(text);
}

function writeLines(
  writer: Writer,
  text: string,
  column: number,
  isNewLine: boolean,
): void {
  let isNew = isNewLine;
  for (const line of text.split(lines)) {
    if (isBreak(line)) {
      writer.endLine(line);
      isNew = true;
    } else if (line !== "") {
      if (isNew) writer.indent(column);
      writer.putContent(line);
      isNew = false;
    }
  }
}

const lines = /([\r\n\u0085\u2028\u2029])/;

/** Says where a block of text begins and ends when that cannot be seen: `2` for its indentation, `-` and `+` for its end. */
function hints(text: string): string {
  const indentation = text.startsWith(" ") || isBreak(text[0]) ? "2" : "";
  if (!isBreak(text.at(-1))) return `${indentation}-`;
  const keeps = text.length === 1 || isBreak(text.at(-2));
  return keeps ? `${indentation}+` : indentation;
}

const SHORT: Readonly<Record<string, string>> = {
  "\0": "0",
  "\x07": "a",
  "\b": "b",
  "\t": "t",
  "\n": "n",
  "\v": "v",
  "\f": "f",
  "\r": "r",
  "\x1b": "e",
  '"': '"',
  "\\": "\\",
  "\x85": "N",
  "\u00a0": "_",
  "\u2028": "L",
  "\u2029": "P",
};

/** Behind a byte order mark yaml.v3 escapes whatever comes; everywhere else, only what has to be. */
function escapeAll(text: string): string {
  const everything = text.startsWith("\ufeff");
  return Array.from(text, (one) =>
    everything || needsEscape(one) ? escape(one) : one,
  ).join("");
}

function needsEscape(character: string): boolean {
  return '"\\\n\u2028\u2029'.includes(character) || !isPrintable(character);
}

function escape(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return `\\${short}`;
  const code = character.codePointAt(0) ?? 0;
  const [letter, width] =
    code <= 0xff ? ["x", 2] : code <= 0xffff ? ["u", 4] : ["U", 8];
  return `\\${letter}${code.toString(16).toUpperCase().padStart(Number(width), "0")}`;
}
