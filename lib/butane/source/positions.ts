import type { Position } from "../report";
import type { SourceDocument } from "./document";

/** What the lines and columns of a text are found with. */
interface Table {
  /** Where each line begins. */
  readonly starts: readonly number[];
  /**
   * How many characters of two code units were completed before each block of a text; nothing where it has none. A
   * text of one line may have a problem in each of its words, and a count from the line's start would take quadratic time.
   */
  readonly pairs?: Uint32Array;
}

const tables = new WeakMap<SourceDocument, Table>();
const BLOCK = 256;

/**
 * The line and column of an offset, both counted from 1; columns count characters (code points), as yaml.v3 does, and a
 * byte order mark at the very beginning counts for nothing. An offset outside the text answers its nearest end.
 */
export function positionAt(document: SourceDocument, offset: number): Position {
  const { text } = document;
  const at = Math.max(0, Math.min(offset, text.length));
  const { starts, pairs } = tableOf(document);
  const line = lineOf(starts, at);
  const start = starts[line] ?? 0;
  let column = at - start;
  // A line cannot begin inside a pair, so half a pair at its start is one character.
  if (pairs && column > 1) {
    column -=
      pairsBefore(text, pairs, at) - pairsBefore(text, pairs, start + 1);
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
function tableOf(document: SourceDocument): Table {
  const known = tables.get(document);
  if (known) return known;
  const { text } = document;
  const starts = lineStarts(text);
  const made = /[\udc00-\udfff]/.test(text)
    ? { starts, pairs: countPairs(text) }
    : { starts };
  tables.set(document, made);
  return made;
}

function lineStarts(text: string): number[] {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  // YAML 1.1 breaks lines at five characters, and CR LF is one break.
  const breaks = /\r\n|[\n\r\u0085\u2028\u2029]/g;
  while (breaks.test(text)) starts.push(breaks.lastIndex);
  return starts;
}

function countPairs(text: string): Uint32Array {
  const counts = new Uint32Array(Math.floor(text.length / BLOCK) + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (at % BLOCK === 0) counts[at / BLOCK] = count;
    if (completesPair(text, at)) count++;
  }
  if (text.length % BLOCK === 0) counts[text.length / BLOCK] = count;
  return counts;
}

function pairsBefore(text: string, counts: Uint32Array, at: number): number {
  const block = Math.floor(at / BLOCK);
  let count = counts[block] ?? 0;
  for (let index = block * BLOCK; index < at; index++) {
    if (completesPair(text, index)) count++;
  }
  return count;
}

function completesPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
