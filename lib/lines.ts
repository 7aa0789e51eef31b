/** A line that stands on both sides, or on one of them only; indexes count from 0. */
export type LineMatch =
  | { readonly kind: "same"; readonly before: number; readonly after: number }
  | { readonly kind: "removed"; readonly before: number }
  | { readonly kind: "added"; readonly after: number };

/**
 * How `before` becomes `after`, line by line, with as few removed and added lines as possible; removed ones stand
 * before the added ones that take their place.
 *
 * The longest common subsequence, a row of the table at a time as bits of machine words (Hyyrö 2004): the time depends on
 * the number of lines alone, where the usual algorithms slow down on texts that have little in common. Lines that occur
 * on one side only are set aside first. Two remainders so large that the table would not fit (another document
 * altogether) are taken as different throughout.
 */
export function compareLines(
  before: readonly string[],
  after: readonly string[],
): LineMatch[] {
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  const pairs: [number, number][] = [];
  for (let index = 0; index < head; index++) pairs.push([index, index]);
  const middle = {
    before: commonLines(before, head, before.length - tail, after),
    after: commonLines(after, head, after.length - tail, before),
  };
  pairs.push(...matched(before, middle.before, after, middle.after));
  for (let index = tail; index > 0; index--)
    pairs.push([before.length - index, after.length - index]);
  return withGaps(pairs, before.length, after.length);
}

/** Largest number of bits of a table; more would be megabytes for a result nobody reads. */
const largestTable = 1 << 28;

/** Indexes from `start` to `end` of the lines that the other side has as well. */
function commonLines(
  lines: readonly string[],
  start: number,
  end: number,
  other: readonly string[],
): number[] {
  if (start >= end) return [];
  const known = new Set(other);
  const common: number[] = [];
  for (let index = start; index < end; index++)
    if (known.has(lines[index]!)) common.push(index);
  return common;
}

/** A longest common subsequence of the chosen lines, as pairs of their indexes. */
function matched(
  before: readonly string[],
  rows: readonly number[],
  after: readonly string[],
  columns: readonly number[],
): [number, number][] {
  if (rows.length * columns.length > largestTable) return [];
  const words = Math.ceil(columns.length / 32);
  const places = placesOf(columns, after, words);
  const none = new Int32Array(words);
  // A bit that is 0 says that the longest subsequence grows at this column.
  const table: Int32Array[] = [];
  let last = new Int32Array(words).fill(-1);
  for (const row of rows) {
    last = nextRow(last, places.get(before[row]!) ?? none);
    table.push(last);
  }
  const grows = (row: number, column: number) =>
    (table[row]![column >>> 5]! & (1 << (column & 31))) === 0;

  const pairs: [number, number][] = [];
  let row = rows.length;
  let column = columns.length;
  while (row > 0 && column > 0) {
    if (!grows(row - 1, column - 1)) column--;
    else if (row > 1 && grows(row - 2, column - 1)) row--;
    else pairs.push([rows[--row]!, columns[--column]!]);
  }
  return pairs.reverse();
}

/** For every line the columns it stands in, as bits. */
function placesOf(
  columns: readonly number[],
  lines: readonly string[],
  words: number,
): Map<string, Int32Array> {
  const places = new Map<string, Int32Array>();
  columns.forEach((index, column) => {
    const line = lines[index]!;
    let bits = places.get(line);
    if (!bits) places.set(line, (bits = new Int32Array(words)));
    bits[column >>> 5]! |= 1 << (column & 31);
  });
  return places;
}

/** `(row + (row & places)) | (row & ~places)`, over all words with a carry. */
function nextRow(row: Int32Array, places: Int32Array): Int32Array<ArrayBuffer> {
  const next = new Int32Array(row.length);
  let carry = 0;
  for (let word = 0; word < row.length; word++) {
    const bits = row[word]!;
    const hits = bits & places[word]!;
    const sum = (bits >>> 0) + (hits >>> 0) + carry;
    carry = sum > 0xffffffff ? 1 : 0;
    next[word] = sum | 0 | (bits & ~places[word]!);
  }
  return next;
}

function withGaps(
  pairs: readonly [number, number][],
  rows: number,
  columns: number,
): LineMatch[] {
  const all: LineMatch[] = [];
  let before = 0;
  let after = 0;
  const fill = (toRow: number, toColumn: number) => {
    for (; before < toRow; before++) all.push({ kind: "removed", before });
    for (; after < toColumn; after++) all.push({ kind: "added", after });
  };
  for (const [row, column] of pairs) {
    fill(row, column);
    all.push({ kind: "same", before: before++, after: after++ });
  }
  fill(rows, columns);
  return all;
}

/** The lines of a text; a line end at its end begins no further line. */
export function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
