import { compareLines, linesOf } from "@/lib/lines";

/** A line of one side, counted from 1. */
export interface DiffLine {
  readonly number: number;
  readonly text: string;
}

/** A row of two texts beside each other; where a side has no line there, it is empty. */
export interface DiffRow {
  readonly kind: "same" | "changed" | "removed" | "added";
  readonly before?: DiffLine;
  readonly after?: DiffLine;
}

/** Rows that belong together: something that changed with what stands around it, or a stretch that is the same. */
export type DiffPart =
  | { readonly kind: "rows"; readonly rows: readonly DiffRow[] }
  | { readonly kind: "same"; readonly rows: readonly DiffRow[] };

/** Lines that stay in sight around a change. */
const around = 3;
/** A shorter stretch is not worth hiding. */
const shortest = 4;

/** Two texts as rows; stretches without a change are apart, so that they can be folded. */
export function diffParts(before: string, after: string): DiffPart[] {
  const rows = diffRows(before, after);
  const shown = new Array<boolean>(rows.length).fill(false);
  rows.forEach((row, at) => {
    if (row.kind === "same") return;
    const last = Math.min(rows.length - 1, at + around);
    for (let near = Math.max(0, at - around); near <= last; near++)
      shown[near] = true;
  });
  const parts: { kind: DiffPart["kind"]; rows: DiffRow[] }[] = [];
  rows.forEach((row, at) => {
    const kind = shown[at] ? "rows" : "same";
    const last = parts.at(-1);
    if (last?.kind === kind) last.rows.push(row);
    else parts.push({ kind, rows: [row] });
  });
  return parts.map((part) =>
    part.rows.length < shortest ? { ...part, kind: "rows" } : part,
  );
}

/** Removed and added lines of one place stand beside each other. */
export function diffRows(before: string, after: string): DiffRow[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const rows: DiffRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = () => {
    const height = Math.max(removed.length, added.length);
    for (let at = 0; at < height; at++) {
      const [one, other] = [removed[at], added[at]];
      if (one && other)
        rows.push({ kind: "changed", before: one, after: other });
      else if (one) rows.push({ kind: "removed", before: one });
      else if (other) rows.push({ kind: "added", after: other });
    }
    removed = [];
    added = [];
  };
  for (const line of compareLines(old, now)) {
    if (line.kind === "removed")
      removed.push({ number: line.before + 1, text: old[line.before]! });
    else if (line.kind === "added")
      added.push({ number: line.after + 1, text: now[line.after]! });
    else {
      flush();
      rows.push({
        kind: "same",
        before: { number: line.before + 1, text: old[line.before]! },
        after: { number: line.after + 1, text: now[line.after]! },
      });
    }
  }
  flush();
  return rows;
}
