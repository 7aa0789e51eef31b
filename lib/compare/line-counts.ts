import { compareLines, linesOf } from "@/lib/lines";

/** How much of a text is another one: `3 lines more, 1 fewer`. */
export function lineCounts(before: string, after: string): string {
  const lines = compareLines(linesOf(before), linesOf(after));
  const added = lines.filter(({ kind }) => kind === "added").length;
  const removed = lines.filter(({ kind }) => kind === "removed").length;
  if (added + removed === 0) return "only the line end at its end";
  return `${added === 1 ? "1 line" : `${added} lines`} added, ${removed} removed`;
}
