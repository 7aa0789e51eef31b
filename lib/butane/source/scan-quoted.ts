import {
  BACKSLASH,
  DOUBLE_QUOTE,
  isBlank,
  isBreak,
  isGap,
  isHex,
  QUOTE,
} from "./characters";
import type { Cursor } from "./cursor";
import { fold } from "./scan-plain";
import { token, type Token } from "./token";

/** Scans a scalar in quotes, from its opening to its closing quote. */
export function scanQuoted(cursor: Cursor): Token {
  const start = cursor.position;
  const quote = cursor.code;
  let value = "";
  cursor.skip();
  for (;;) {
    if (cursor.atDocumentMark()) {
      throw cursor.problemSince(start, "the quote is not closed");
    }
    if (cursor.code === 0) {
      throw cursor.problemSince(start, "the quote is not closed");
    }
    const words = scanWords(cursor, quote, start);
    value += words.value;
    if (cursor.code === quote) break;
    value += scanGap(cursor, words.joined);
  }
  cursor.skip();
  const style = quote === QUOTE ? "single" : "double";
  return token("scalar", start, cursor.position, value, "", style);
}

/** Reads up to a blank, a break or the closing quote. `joined` when a backslash at the end of the line cut it short. */
function scanWords(cursor: Cursor, quote: number, start: number) {
  const { input } = cursor;
  let value = "";
  let run = cursor.position;
  for (;;) {
    const code = cursor.code;
    if (isGap(code)) break;
    if (code === quote) {
      if (quote === DOUBLE_QUOTE || cursor.peek(1) !== QUOTE) break;
      value += input.slice(run, cursor.position + 1);
      cursor.skip(2);
      run = cursor.position;
    } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      value += input.slice(run, cursor.position);
      if (isBreak(cursor.peek(1))) {
        cursor.skip();
        cursor.readBreak();
        return { value, joined: true };
      }
      value += scanEscape(cursor, start);
      run = cursor.position;
    } else cursor.skip();
  }
  return { value: value + input.slice(run, cursor.position), joined: false };
}

/** Reads blanks and breaks between words. After a backslash that joins two lines, breaks are all taken as they are. */
function scanGap(cursor: Cursor, joined: boolean): string {
  const start = cursor.position;
  const breaks: string[] = [];
  while (isBlank(cursor.code) || isBreak(cursor.code)) {
    if (isBreak(cursor.code)) breaks.push(cursor.readBreak());
    else cursor.position++;
  }
  if (joined) return breaks.join("");
  return breaks.length
    ? fold(breaks)
    : cursor.input.slice(start, cursor.position);
}

const ESCAPES = new Map(
  Object.entries({
    "0": "\0",
    a: "\x07",
    b: "\b",
    t: "\t",
    "\t": "\t",
    n: "\n",
    v: "\v",
    f: "\f",
    r: "\r",
    e: "\x1b",
    " ": " ",
    '"': '"',
    "'": "'",
    "\\": "\\",
    N: "\u0085",
    _: "\u00a0",
    L: "\u2028",
    P: "\u2029",
  }),
);
const CODE_LENGTHS = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

function scanEscape(cursor: Cursor, start: number): string {
  const at = cursor.position;
  const letter = cursor.input.charAt(at + 1);
  const simple = ESCAPES.get(letter);
  if (simple !== undefined) {
    cursor.skip(2);
    return simple;
  }
  const length = CODE_LENGTHS.get(letter);
  if (cursor.peek(1) === 0) {
    throw cursor.problemSince(start, "the quote is not closed");
  }
  cursor.skip(2);
  if (length === undefined) {
    throw cursor.problemSince(at, `\\${letter} is no escape sequence`);
  }
  for (let index = 0; index < length; index++) {
    if (!isHex(cursor.code)) {
      const reason = `\\${letter} needs ${length} hexadecimal digits`;
      throw cursor.problemSince(at, reason);
    }
    cursor.skip();
  }
  const value = parseInt(cursor.input.slice(at + 2, cursor.position), 16);
  if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
    throw cursor.problemSince(at, "the escape names no Unicode character");
  }
  return String.fromCodePoint(value);
}
