// Comparing every item with every other one is for lists that a person would look through.
const most = 250_000;

/** Indexes of an item before and of the same item after. */
export type Stay = readonly [before: number, after: number];

/**
 * The longest row of items that are the same in two lists and in the same order there. Where what lies between an equal beginning and an
 * equal end is too long to compare, only those two count.
 */
export function stayingPairs(
  before: number,
  after: number,
  same: (before: number, after: number) => boolean,
): Stay[] {
  const shorter = Math.min(before, after);
  let head = 0;
  while (head < shorter && same(head, head)) head++;
  let tail = 0;
  while (tail < shorter - head && same(before - 1 - tail, after - 1 - tail))
    tail++;
  const stays: Stay[] = Array.from({ length: head }, (_, at) => [at, at]);
  stays.push(
    ...longestRow(head, before - tail, after - tail, same),
    ...Array.from(
      { length: tail },
      (_, at): Stay => [before - tail + at, after - tail + at],
    ),
  );
  return stays;
}

/** The longest common row of what both have from `start` on. */
function longestRow(
  start: number,
  before: number,
  after: number,
  same: (before: number, after: number) => boolean,
): Stay[] {
  const [rows, columns] = [before - start, after - start];
  if (rows * columns === 0 || rows * columns > most) return [];
  const lengths = Array.from(
    { length: rows + 1 },
    () => new Uint32Array(columns + 1),
  );
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      lengths[row]![column] = same(start + row, start + column)
        ? lengths[row + 1]![column + 1]! + 1
        : Math.max(lengths[row + 1]![column]!, lengths[row]![column + 1]!);
  const stays: Stay[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    const length = lengths[row]![column]!;
    if (same(start + row, start + column))
      stays.push([start + row++, start + column++]);
    else if (lengths[row + 1]![column] === length) row++;
    else column++;
  }
  return stays;
}
