/**
 * The lines of `after` (counted from 1) that are new or different from `before`: what the last change altered.
 *
 * Lines common to both ends are cut off first; what remains is compared by its longest common subsequence. A
 * remainder too large for that (another preset was opened) counts as changed in whole.
 */
export function changedLines(
  before: string,
  after: string,
): ReadonlySet<number> {
  const old = before.split("\n");
  const now = after.split("\n");
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) {
    head++;
  }
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  ) {
    tail++;
  }
  const kept = keptLines(
    old.slice(head, old.length - tail),
    now.slice(head, now.length - tail),
  );
  const changed = new Set<number>();
  for (let index = head; index < now.length - tail; index++) {
    if (!kept.has(index - head)) changed.add(index + 1);
  }
  return changed;
}

const largestTable = 1_000_000;

/** Indexes of the lines of `now` that a longest common subsequence with `old` keeps. */
function keptLines(old: readonly string[], now: readonly string[]) {
  const kept = new Set<number>();
  if (old.length * now.length > largestTable) return kept;
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number) =>
    lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (let row = 0, column = 0; row < old.length && column < now.length; ) {
    if (old[row] === now[column]) {
      kept.add(column);
      row++;
      column++;
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return kept;
}
