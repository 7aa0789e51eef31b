import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  codeAt,
  COLON,
  COMMA,
  HASH,
  isBlank,
  isBreak,
  isGap,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUESTION,
  TAB,
} from "./characters";
import type { Cursor } from "./cursor";
import { token, type Token } from "./token";

/**
 * Scans a plain scalar. `indent` is the column that a continuation line must reach; inside `[…]` and `{…}` (`flow`) any
 * line continues it.
 *
 * The cursor is left after the blanks and breaks behind the scalar; `endsLine` tells whether there was a break.
 */
export function scanPlain(
  cursor: Cursor,
  indent: number,
  flow: boolean,
): { token: Token; endsLine: boolean } {
  const start = cursor.position;
  let end = start;
  let value = "";
  let gap = "";
  let folded: string[] | null = null;
  while (!cursor.atDocumentMark() && cursor.code !== HASH) {
    const wordEnd = endOfWord(cursor, flow);
    if (wordEnd > cursor.position) {
      value += folded ? fold(folded) : gap;
      value += cursor.input.slice(cursor.position, wordEnd);
      folded = null;
      gap = "";
      cursor.position = end = wordEnd;
      cursor.breaks = 0;
    }
    const code = cursor.code;
    if (!isBlank(code) && !isBreak(code)) break;
    const blanks = cursor.position;
    for (;;) {
      const next = cursor.code;
      if (isBlank(next)) {
        if (folded && next === TAB && cursor.column < indent) {
          throw cursor.problemHere("a tab stands where spaces indent the line");
        }
        cursor.position++;
      } else if (isBreak(next)) {
        (folded ??= []).push(cursor.readBreak());
      } else break;
    }
    if (!folded) gap += cursor.input.slice(blanks, cursor.position);
    if (!flow && cursor.column < indent) break;
  }
  return { token: token("scalar", start, end, value), endsLine: !!folded };
}

function endOfWord(cursor: Cursor, flow: boolean): number {
  const { input } = cursor;
  let at = cursor.position;
  for (;;) {
    const code = codeAt(input, at);
    if (isGap(code)) return at;
    if (code === COLON && isGap(codeAt(input, at + 1))) return at;
    if (flow && endsInFlow(code)) return at;
    at++;
  }
}

function endsInFlow(code: number): boolean {
  return (
    code === COMMA ||
    code === QUESTION ||
    code === OPEN_BRACKET ||
    code === CLOSE_BRACKET ||
    code === OPEN_BRACE ||
    code === CLOSE_BRACE
  );
}

/** One break becomes a space, more of them keep all but the first; a separator that is not a newline always stays. */
export function fold(breaks: readonly string[]): string {
  if (breaks[0] !== "\n") return breaks.join("");
  return breaks.length === 1 ? " " : breaks.slice(1).join("");
}
