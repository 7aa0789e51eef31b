import { compareLines } from "@/lib/lines";

/**
 * The lines of `after` (counted from 1) that are new or different from `before`: what the last change altered.
 */
export function changedLines(
  before: string,
  after: string,
): ReadonlySet<number> {
  return new Set(
    compareLines(before.split("\n"), after.split("\n")).flatMap((line) =>
      line.kind === "added" ? [line.after + 1] : [],
    ),
  );
}
