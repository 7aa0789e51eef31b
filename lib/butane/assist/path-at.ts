import type { Path } from "../path";
import { flowPlace } from "./flow";
import {
  flowStart,
  pathOf,
  readLines,
  unquoted,
  type Span,
  type TextLine,
} from "./lines";
import { lineAt } from "./place";

/**
 * The path of what stands at an offset, as far as it can be told: the key or item of the line, of the text that the
 * line is part of, or of what is above it. Works on half-written documents; empty before the first key.
 */
export function pathAt(text: string, offset: number): Path {
  return wordAt(text, readLines(text), offset).path;
}

/** A path and the word that stands for it, if the offset is in one. */
export interface Word {
  readonly path: Path;
  readonly span?: Span;
  readonly line: TextLine;
}

/**
 * The same with the word, for somebody who has read the lines of the text already. There is no span in a block of
 * text, nor beside a word.
 */
export function wordAt(
  text: string,
  lines: readonly TextLine[],
  offset: number,
): Word {
  const index = lineAt(lines, offset);
  const line = lines[index]!;
  if (line.kind === "text" || line.kind === "flow") {
    const opener = lines[line.opener!]!;
    const path = pathOf(opener.frame);
    return line.kind === "text"
      ? { path, line }
      : { ...inFlow(text, opener, line, offset, path), line };
  }
  const path = pathOf(line.frame);
  const { key, value } = line;
  if (key && within(offset, key)) return { path, span: key, line };
  if (!value || !within(offset, value)) return { path, line };
  return flowStart(text, value) !== undefined
    ? { ...inFlow(text, line, line, offset, path), line }
    : { path, span: value, line };
}

const within = (offset: number, { start, end }: Span) =>
  offset >= start && offset <= end;

function inFlow(
  text: string,
  opener: TextLine,
  line: TextLine,
  offset: number,
  base: Path,
): Omit<Word, "line"> {
  const from = flowStart(text, opener.value!) ?? opener.value!.start;
  const found = flowPlace(text, from, offset, line.end);
  if (!found) return { path: base };
  const { what, span } = found;
  const word = unquoted(text.slice(span.start, span.end));
  const path = [
    ...base,
    ...found.path,
    ...(what === "key" && word ? [word] : []),
  ];
  return span.end > span.start ? { path, span } : { path };
}
