import type { Position } from "../report";
import type { SourceDocument } from "./document";

const tables = new WeakMap<SourceDocument, number[]>();

/**
 * The line and column of an offset, both counted from 1; columns count characters (code points), as yaml.v3 does, and a
 * byte order mark at the very beginning counts for nothing. An offset outside the text answers its nearest end.
 */
export function positionAt(document: SourceDocument, offset: number): Position {
  const { text } = document;
  const at = Math.max(0, Math.min(offset, text.length));
  const starts = lineStarts(document);
  const line = lineOf(starts, at);
  const start = starts[line] ?? 0;
  let column = at - start;
  for (let index = start; index < at; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xdc00 && unit <= 0xdfff && index > start) column--;
  }
  return { line: line + 1, column: Math.max(0, column) + 1, offset: at };
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Built when a position is first asked for: most documents have no problems to place. */
function lineStarts(document: SourceDocument): readonly number[] {
  const known = tables.get(document);
  if (known) return known;
  const { text } = document;
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  // YAML 1.1 breaks lines at five characters, and CR LF is one break.
  const breaks = /\r\n|[\n\r\u0085\u2028\u2029]/g;
  while (breaks.exec(text)) starts.push(breaks.lastIndex);
  tables.set(document, starts);
  return starts;
}
