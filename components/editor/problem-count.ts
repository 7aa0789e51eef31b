import type { Problem } from "@/lib/pipeline";

/** What a screen reader says of the text as a whole: `2 errors, 1 warning`. */
export function problemCount(problems: readonly Problem[]): string {
  const placed = problems.filter(({ range }) => range);
  const of = (kind: Problem["kind"], word: string) => {
    const count = placed.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [`${count} ${word}${count === 1 ? "" : "s"}`];
  };
  const words = [
    ...of("error", "error"),
    ...of("warning", "warning"),
    ...of("info", "note"),
  ];
  return words.join(", ") || "No problems in the text";
}
