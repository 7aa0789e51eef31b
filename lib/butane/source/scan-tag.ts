import {
  BANG,
  GREATER,
  isBlank,
  isGap,
  isHex,
  isNameCharacter,
  LESS,
  PERCENT,
} from "./characters";
import type { Cursor } from "./cursor";
import { token, type Token } from "./token";

/** Scans `!suffix`, `!handle!suffix` or `!<whole>`. A whole tag, and `!` alone, have no handle. */
export function scanTag(cursor: Cursor): Token {
  const start = cursor.position;
  let handle = "";
  let suffix = "";
  if (cursor.peek(1) === LESS) {
    cursor.skip(2);
    suffix = scanUri(cursor, start, "");
    if (cursor.code !== GREATER) {
      throw cursor.problemSince(start, "the tag is not closed with '>'");
    }
    cursor.skip();
  } else {
    handle = scanHandle(cursor);
    if (handle.length > 1 && handle.endsWith("!")) {
      suffix = scanUri(cursor, start, "");
    } else {
      suffix = scanUri(cursor, start, handle);
      handle = suffix === "" ? "" : "!";
      suffix ||= "!";
    }
  }
  if (!isGap(cursor.code)) {
    throw cursor.problemSince(start, "a tag must be followed by a space");
  }
  return token("tag", start, cursor.position, handle, suffix);
}

/** Reads `!`, `!name!` or the beginning of a tag without handle, `!name`. */
export function scanHandle(cursor: Cursor): string {
  const start = cursor.position;
  cursor.skip();
  while (isNameCharacter(cursor.code)) cursor.skip();
  if (cursor.code === BANG) cursor.skip();
  return cursor.input.slice(start, cursor.position);
}

const URI_MARKS = new Set(
  [...";/?:@&=+$,.!~*'()[]%"].map((mark) => mark.charCodeAt(0)),
);

/** Reads the rest of a tag whose beginning, `!` and perhaps a name, was read as `head`. */
export function scanUri(cursor: Cursor, start: number, head: string): string {
  let value = head.slice(1);
  let found = head !== "";
  for (;;) {
    const code = cursor.code;
    if (code === PERCENT) value += scanOctets(cursor, start);
    else if (isNameCharacter(code) || URI_MARKS.has(code)) {
      value += String.fromCharCode(code);
      cursor.skip();
    } else break;
    found = true;
  }
  if (!found) throw cursor.problemSince(start, "the tag has no name");
  return value;
}

/** Reads one character that is written as `%` and two digits for each of its UTF-8 bytes. */
function scanOctets(cursor: Cursor, start: number): string {
  const bytes: number[] = [];
  let width = 1;
  do {
    const complete =
      cursor.code === PERCENT && isHex(cursor.peek(1)) && isHex(cursor.peek(2));
    if (!complete) {
      throw cursor.problemSince(start, "'%' must be followed by two digits");
    }
    const at = cursor.position;
    const byte = parseInt(cursor.input.slice(at + 1, at + 3), 16);
    if (bytes.length === 0) width = widthOf(byte);
    if (width === 0 || (bytes.length > 0 && byte >> 6 !== 2)) {
      throw cursor.problemSince(start, "the tag's escapes are no UTF-8");
    }
    bytes.push(byte);
    cursor.skip(3);
  } while (bytes.length < width);
  return UTF8.decode(Uint8Array.from(bytes));
}

const UTF8 = new TextDecoder();

function widthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first >> 5 === 6) return 2;
  if (first >> 4 === 14) return 3;
  return first >> 3 === 30 ? 4 : 0;
}

/** Passes blanks, of which a directive wants at least one before its next word. */
export function skipBlanks(cursor: Cursor): boolean {
  const start = cursor.position;
  while (isBlank(cursor.code)) cursor.position++;
  return cursor.position > start;
}
