import type { YamlMapping, YamlSequence } from "../source";
import type { Lines } from "./lines";

/** The lines of a key or dash in a block with what belongs to it. Lines count from 0. */
export interface Place {
  /** Offset of the key, its `?`, or the dash. */
  readonly head: number;
  readonly column: number;
  /** The first line: that of the head, or of the comments right above it. */
  readonly first: number;
  /** The line of the head. */
  readonly own: number;
  /** The first line after the value and the comments that are indented below the head. */
  readonly end: number;
  /** Whether the head is the first thing in its line, and not behind a dash. */
  readonly alone: boolean;
}

export type Collection = YamlMapping | YamlSequence;

/** Whether a collection is written in brackets. */
export function isFlow(text: string, node: Collection): boolean {
  const opening = text[node.content];
  if (node.kind === "sequence") return opening === "[";
  return opening === "{" && node.pairs[0]?.key.start !== node.content;
}

/** Where the children of a block collection stand, in their order. */
export function placesOf(lines: Lines, node: Collection): Place[] {
  const places: Place[] = [];
  let after = node.content;
  let floor = lines.lineAt(node.content);
  const children =
    node.kind === "sequence"
      ? node.items.map((item) => ({ start: item.start, value: item }))
      : node.pairs.map(({ key, value }) => ({ start: key.start, value }));
  for (const { start, value } of children) {
    const head =
      node.kind === "sequence"
        ? dashBetween(lines.text, after)
        : questionMarkBefore(lines, start);
    const place = placeOf(lines, head, Math.max(start, value.end), floor);
    places.push(place);
    floor = place.end;
    after = Math.max(value.end, head + 1);
  }
  // Comments above the first child stand above the collection's own beginning.
  const first = places[0];
  if (first) places[0] = { ...first, first: firstLine(lines, first, 0) };
  return places;
}

function placeOf(
  lines: Lines,
  head: number,
  end: number,
  floor: number,
): Place {
  const own = lines.lineAt(head);
  const column = head - lines.start(own);
  const alone = /^ *$/.test(lines.text.slice(lines.start(own), head));
  const last = lines.lineAt(Math.max(head, end - 1));
  const place = { head, column, own, alone, first: own, end: last + 1 };
  return {
    ...place,
    first: firstLine(lines, place, floor),
    end: withComments(lines, place),
  };
}

function firstLine(lines: Lines, place: Place, floor: number): number {
  let first = place.own;
  if (!place.alone) return first;
  while (first > floor && lines.commentColumn(first - 1) === place.column)
    first--;
  return first;
}

/** Comments behind a value that are indented below its head belong to it. */
function withComments(lines: Lines, { end, column }: Place): number {
  let found = end;
  for (let line = end; line < lines.count; line++) {
    if (lines.commentColumn(line) > column) found = line + 1;
    else if (!lines.isBlank(line)) break;
  }
  return found;
}

/** The dash of a list's item lies between the item before and its content; only comments are there beside it. */
function dashBetween(text: string, from: number): number {
  const gap = /(?:[ \t\r\n\u0085\u2028\u2029]|#[^\r\n\u0085\u2028\u2029]*)*/y;
  gap.lastIndex = from;
  gap.exec(text);
  return gap.lastIndex;
}

function questionMarkBefore(lines: Lines, key: number): number {
  const before = lines.text.slice(lines.start(lines.lineAt(key)), key);
  const mark = /\?[ \t]+$/.exec(before);
  return mark ? key - mark[0].length : key;
}
