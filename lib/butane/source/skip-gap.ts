import { HASH, isBlank, isBreak, SPACE, TAB } from "./characters";
import type { Cursor } from "./cursor";

/** How far upstream looks for a comment. */
const COMMENT_REACH = 512;

/**
 * Passes blanks, comments and breaks up to the next token, and answers whether there was a break.
 *
 * Where a key may begin, tabs are no blanks, as they would hide how deep it stands. In a `block` a new line makes
 * room for a key, so that it matters to tabs from there on.
 */
export function skipGap(
  cursor: Cursor,
  keyAllowed: boolean,
  block: boolean,
): boolean {
  let brokeLine = false;
  for (;;) {
    const tabs = !keyAllowed && !(block && brokeLine);
    while (cursor.code === SPACE || (tabs && cursor.code === TAB)) {
      cursor.position++;
    }
    if (cursor.code === HASH) {
      cursor.skipLine();
      skipFollowingComments(cursor);
    }
    if (!isBreak(cursor.code)) return brokeLine;
    cursor.readBreak();
    brokeLine = true;
  }
}

/** Below a comment upstream takes further comments together with it, and these may be indented by tabs. */
function skipFollowingComments(cursor: Cursor): void {
  const { input } = cursor;
  for (;;) {
    const limit = cursor.position + COMMENT_REACH;
    let at = cursor.position;
    while (at < limit && isBlankOrBreak(input.charCodeAt(at))) at++;
    if (at >= limit || input.charCodeAt(at) !== HASH) return;
    while (cursor.position < at) {
      if (isBreak(cursor.code)) cursor.readBreak();
      else cursor.position++;
    }
    cursor.skipLine();
  }
}

function isBlankOrBreak(code: number): boolean {
  return isBlank(code) || isBreak(code);
}

/** Passes a comment on the line of the token before it, even after tabs that could not stand before a key. */
export function skipLineComment(cursor: Cursor): void {
  if (cursor.breaks > 0) return;
  let reach = 0;
  while (reach < COMMENT_REACH && isBlank(cursor.peek(reach))) reach++;
  if (reach === COMMENT_REACH || cursor.peek(reach) !== HASH) return;
  cursor.position += reach;
  cursor.skipLine();
}
