import type { Path } from "../path";
import { flowPlace } from "./flow";
import {
  flowStart,
  openAt,
  pathOf,
  readLines,
  unquoted,
  type Frame,
  type Span,
  type TextLine,
} from "./lines";

/** Where the cursor stands: in a key, in a value, or in a block of text. */
export interface Place {
  readonly what: "key" | "value" | "text";
  /** The mapping that the key is in; the path of the value; the path of the text. */
  readonly path: Path;
  /** What a suggestion takes the place of; ends at the end of the word. */
  readonly span: Span;
  /** What stands between the start of the span and the cursor. */
  readonly typed: string;
  /** Column of the key, from 0. */
  readonly column: number;
  /** Keys that the mapping has already, besides the one at the cursor. */
  readonly siblings: ReadonlySet<string>;
  /** Inside braces: nothing may take another line. */
  readonly flow: boolean;
  /** For a text: the index of its first line among all lines, which is the one after its key. */
  readonly lines?: readonly TextLine[];
  readonly line: number;
}

/** Where an offset stands in a text, however broken the text is; `null` in a comment. */
export function placeAt(text: string, offset: number): Place | null {
  const lines = readLines(text);
  const index = lineAt(lines, offset);
  const line = lines[index]!;
  const at: At = { text, lines, index, line, offset };
  if (inComment(at)) return null;
  if (line.kind === "blank") return blankPlace(at);
  if (line.kind === "text") return textPlace(at, line.opener!);
  if (line.kind === "flow") return braces(at, line.opener!);
  return wordPlace(at);
}

interface At {
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly index: number;
  readonly line: TextLine;
  readonly offset: number;
}

/** Index of the line that an offset is in; the break at the end of a line belongs to it. */
export function lineAt(lines: readonly TextLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function inComment({ text, line, offset }: At): boolean {
  if (line.kind === "comment") return offset > line.start + line.column;
  if (line.kind === "text" || line.kind === "blank") return false;
  const from = line.value?.end ?? line.start;
  return offset > from && /(?:^|\s)#/.test(text.slice(from, offset));
}

/** On an empty line the column of the cursor says what a key would belong to. */
function blankPlace(at: At): Place | null {
  const { lines, index, line, offset } = at;
  const column = offset - line.start;
  const before = lines.findLastIndex(
    ({ kind }, one) => one < index && kind !== "blank" && kind !== "comment",
  );
  const last = lines[before];
  const opener = last?.opener ?? before;
  if (
    last &&
    isText(at.text, lines[opener]!) &&
    column > lines[opener]!.frame!.column
  )
    return textPlace(at, opener);
  if (last?.kind === "flow") return braces(at, last.opener!);
  const parent = openAt(last?.frame ?? null, column);
  return keyPlace(at, parent, { start: offset, end: offset }, column);
}

function isText(text: string, { value, frame }: TextLine): boolean {
  return (
    frame !== null &&
    value !== undefined &&
    /^(?:[&!]\S*\s+)*[|>][-+\d]*$/.test(text.slice(value.start, value.end))
  );
}

/** The word at the cursor, on a line of keys and values. */
function wordPlace(at: At): Place | null {
  const { text, line, offset } = at;
  const { key, value, frame } = line;
  if (key && offset <= key.end && offset >= key.start) {
    return keyPlace(at, frame!.parent, key, key.start - line.start);
  }
  if (offset < line.start + line.column) return blankPlace(at);
  const word = value ?? { start: offset, end: offset };
  if (key) {
    const colon = text.indexOf(":", key.end) + 1;
    if (offset < colon) return null;
    if (offset > (flowStart(text, word) ?? Infinity))
      return braces(at, at.index);
    return valuePlace(at, frame, around(word, offset));
  }
  if (offset > (flowStart(text, word) ?? Infinity)) return braces(at, at.index);
  // `- na`, or a word without a dash: a key to be, or the text of an item.
  const span = around(word, offset);
  const column = span.start - line.start;
  return keyPlace(at, frame, span, column);
}

/** A word with blanks before it is not the cursor's. */
function around(word: Span, offset: number): Span {
  return offset < word.start || offset > word.end
    ? { start: offset, end: offset }
    : word;
}

function valuePlace(at: At, frame: Frame | null, span: Span): Place {
  return {
    ...common(at, span),
    what: "value",
    path: pathOf(frame),
    column: frame?.column ?? 0,
    siblings: new Set(),
  };
}

function keyPlace(
  at: At,
  parent: Frame | null,
  span: Span,
  column: number,
): Place {
  return {
    ...common(at, span),
    what: "key",
    path: pathOf(parent),
    column,
    siblings: siblingsOf(at, parent),
  };
}

function common({ text, offset, index }: At, span: Span) {
  const typed = text.slice(span.start, Math.max(span.start, offset));
  return { span, typed, flow: false, line: index };
}

function textPlace(at: At, opener: number): Place {
  const { text, lines, line, offset } = at;
  const frame = lines[opener]!.frame;
  const start = Math.min(line.start + line.column, offset);
  return {
    ...common(at, { start, end: Math.max(offset, line.end) }),
    typed: text.slice(start, offset),
    what: "text",
    path: pathOf(frame),
    column: offset - line.start,
    siblings: new Set(),
    lines: lines.slice(opener + 1),
  };
}

function braces(at: At, opener: number): Place | null {
  const first = at.lines[opener]!;
  const from = flowStart(at.text, first.value!) ?? first.value!.start;
  const stop = at.lines[at.index]!.end;
  const base = pathOf(first.frame);
  const found = flowPlace(at.text, from, at.offset, stop);
  if (!found) return null;
  const { what, path, span, siblings } = found;
  return {
    ...common(at, span),
    what,
    path: [...base, ...path],
    siblings,
    flow: true,
    column: span.start - at.line.start,
  };
}

/** The keys of the mapping that a frame holds, but for those on the cursor's line. */
function siblingsOf({ text, lines, index }: At, parent: Frame | null) {
  const keys = new Set<string>();
  // A frame is made anew only where its line is read, so all that belongs to it shares it.
  for (const [number, { frame, key }] of lines.entries()) {
    if (!key || number === index || !sameFrame(frame?.parent, parent)) continue;
    keys.add(unquoted(text.slice(key.start, key.end)));
  }
  return keys;
}

function sameFrame(one: Frame | null | undefined, other: Frame | null) {
  return one === other || (!one && !other);
}
