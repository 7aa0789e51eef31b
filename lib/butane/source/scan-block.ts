import {
  DASH,
  HASH,
  isBlank,
  isBreak,
  isDigit,
  isLineEnd,
  PIPE,
  PLUS,
  SPACE,
  TAB,
} from "./characters";
import type { Cursor } from "./cursor";
import { token, type Token } from "./token";

/**
 * Scans a block scalar (`|` or `>`) whose parent is indented by `parentIndent`, -1 at the top of a document.
 *
 * The cursor is left at the first line that no longer belongs to it; the token ends before its last line break.
 */
export function scanBlock(cursor: Cursor, parentIndent: number): Token {
  const start = cursor.position;
  const literal = cursor.code === PIPE;
  cursor.skip();
  const { chomping, increment } = scanHeader(cursor, start);
  let end = cursor.position;
  while (isBlank(cursor.code)) cursor.position++;
  if (cursor.code === HASH) {
    cursor.skipLine();
    end = cursor.position;
  }
  if (!isLineEnd(cursor.code)) {
    throw cursor.problemHere(
      "a block of text begins on the line after its mark",
    );
  }
  if (isBreak(cursor.code)) cursor.readBreak();

  const fixed = increment && Math.max(parentIndent, 0) + increment;
  const first = scanBreaks(cursor, fixed, parentIndent);
  const { indent } = first;
  let { breaks } = first;
  let value = "";
  let leadingBreak = "";
  let afterBlank = false;
  while (cursor.column === indent && cursor.code !== 0) {
    const blank = isBlank(cursor.code);
    if (!literal && leadingBreak === "\n" && !afterBlank && !blank) {
      if (breaks === "") value += " ";
    } else value += leadingBreak;
    value += breaks;
    afterBlank = blank;
    const line = cursor.position;
    end = cursor.lineEnd(line);
    value += cursor.input.slice(line, end);
    cursor.position = end;
    cursor.breaks = 0;
    leadingBreak = isBreak(cursor.code) ? cursor.readBreak() : "";
    ({ breaks } = scanBreaks(cursor, indent, parentIndent));
  }
  if (chomping !== "strip") value += leadingBreak;
  if (chomping === "keep") {
    value += breaks;
    end = Math.max(end, cursor.lineStart - 1);
  }
  const style = literal ? "literal" : "folded";
  return token("scalar", start, end, value, "", style);
}

/** Reads the marks behind `|` or `>`: chomping and indentation, in either order. */
function scanHeader(cursor: Cursor, start: number) {
  let chomping = scanChomping(cursor);
  let increment = 0;
  if (isDigit(cursor.code)) {
    increment = cursor.code - 0x30;
    cursor.skip();
    if (increment === 0) {
      throw cursor.problemSince(start, "a block cannot be indented by 0");
    }
    chomping ||= scanChomping(cursor);
  }
  return { chomping, increment };
}

function scanChomping(cursor: Cursor): "" | "keep" | "strip" {
  if (cursor.code !== PLUS && cursor.code !== DASH) return "";
  const keep = cursor.code === PLUS;
  cursor.skip();
  return keep ? "keep" : "strip";
}

/** Passes empty lines and the next line's indentation, which the first line with text decides where it is not known. */
function scanBreaks(cursor: Cursor, known: number, parentIndent: number) {
  let breaks = "";
  let deepest = 0;
  for (;;) {
    while ((known === 0 || cursor.column < known) && cursor.code === SPACE) {
      cursor.position++;
    }
    deepest = Math.max(deepest, cursor.column);
    if ((known === 0 || cursor.column < known) && cursor.code === TAB) {
      throw cursor.problemHere("a tab stands where spaces indent the line");
    }
    if (!isBreak(cursor.code)) break;
    breaks += cursor.readBreak();
  }
  const indent = known || Math.max(deepest, parentIndent + 1, 1);
  return { indent, breaks };
}
