import type { Path } from "../path";
import {
  pathOf,
  readLines,
  unquoted,
  type Frame,
  type TextLine,
} from "./lines";

/** A part of a document that has lines below its first one. */
export interface OutlinePart {
  /** The key, or what names an item: its path, name or device. */
  readonly title: string;
  readonly path: Path;
  /** First and last line, counted from 1. */
  readonly line: number;
  readonly lastLine: number;
}

/**
 * The parts of a document that can be folded, from top to bottom. Knows lists that stand right below their key, which
 * indentation alone does not tell, and leaves blank lines and comments at the end of a part outside.
 */
export function outlineOf(text: string): OutlinePart[] {
  const lines = readLines(text);
  const parts = new Map<Frame, OutlinePart>();
  for (const [index, line] of lines.entries()) {
    if (line.kind === "blank" || line.kind === "comment") continue;
    if (line.kind === "text" && line.column === line.end - line.start) continue;
    for (let frame = line.frame; frame; frame = frame.parent) {
      const known = parts.get(frame);
      parts.set(frame, {
        title: known?.title ?? titleOf(text, lines, frame),
        path: known?.path ?? pathOf(frame),
        line: frame.line + 1,
        lastLine: index + 1,
      });
    }
  }
  return [...parts.values()]
    .filter(({ line, lastLine }) => lastLine > line)
    .sort(
      (one, other) => one.line - other.line || other.lastLine - one.lastLine,
    );
}

function titleOf(
  text: string,
  lines: readonly TextLine[],
  frame: Frame,
): string {
  if (typeof frame.key === "string") return frame.key;
  const { value } = lines[frame.line]!;
  const said = value ? unquoted(text.slice(value.start, value.end)) : "";
  return said || `item ${frame.key + 1}`;
}
