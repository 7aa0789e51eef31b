import type { Position, Range } from "@/lib/butane";

/**
 * A place inside a text, where that text stands in a document as a literal block (`|`): there its lines are the document's own.
 * Anywhere else the text has other lines than it says, and its whole place is the best there is.
 */
export function withinBlock(
  document: string,
  block: Range,
  within: Range,
): Range {
  const { offset, line } = block.start;
  if (document[offset] !== "|") return block;
  const first = lineStart(document, offset, 1);
  const indent = /^ */.exec(document.slice(first, first + 80))![0].length;
  const start = lineStart(document, offset, within.start.line) + indent;
  const place = ({ column }: Position): Position => ({
    line: line + within.start.line,
    column: indent + column,
    offset: start + column - 1,
  });
  const end = place(within.end);
  return within.start.line === within.end.line && end.offset <= block.end.offset
    ? { start: place(within.start), end }
    : block;
}

/** Where the line begins that is so many lines below an offset. */
function lineStart(text: string, offset: number, lines: number): number {
  let at = offset;
  for (let count = 0; count < lines; count++) {
    const next = text.indexOf("\n", at);
    if (next < 0) return text.length;
    at = next + 1;
  }
  return at;
}
