import type { TextEdit } from "@/lib/butane";
import { compareLines } from "@/lib/lines";

/** The edits that turn one text into another and touch as little as possible, so that cursors elsewhere stay. */
export function minimalEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const old = linesOf(before);
  const now = linesOf(after);
  const edits: TextEdit[] = [];
  // Where the piece that differs begins, and where it ends so far, on both sides.
  const from = { before: 0, after: 0 };
  const to = { before: 0, after: 0 };
  const flush = () => {
    if (from.before < to.before || from.after < to.after) {
      const text = after.slice(from.after, to.after);
      edits.push(trimmed(before, { start: from.before, end: to.before, text }));
    }
  };
  for (const match of compareLines(old, now)) {
    if (match.kind === "same") flush();
    if (match.kind !== "added") to.before += old[match.before]!.length;
    if (match.kind !== "removed") to.after += now[match.after]!.length;
    if (match.kind === "same") Object.assign(from, to);
  }
  flush();
  return edits;
}

/** Lines with their feeds, so that putting them together gives the text. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** An edit without what old and new have in common at its ends. */
function trimmed(before: string, { start, end, text }: TextEdit): TextEdit {
  let [first, last] = [0, text.length];
  while (start < end && first < last && before[start] === text[first]) {
    start++;
    first++;
  }
  while (end > start && last > first && before[end - 1] === text[last - 1]) {
    end--;
    last--;
  }
  return { start, end, text: text.slice(first, last) };
}
