import type { editor, IRange } from "monaco-editor/editor";
import type { Problem } from "@/lib/pipeline";

/** A problem as the editor draws it; the numbers are Monaco's `MarkerSeverity`. */
export interface Marker extends IRange {
  readonly severity: 2 | 4 | 8;
  readonly code: string;
  readonly source: "kindling";
  readonly message: string;
}

const severities = { error: 8, warning: 4, info: 2 } as const;

/**
 * Turns problems into markers; one without a place in the text has no marker and stands in the list only.
 * `rangeFor` says where offsets of the document stand in the editor, whose columns count differently.
 */
export function markersOf(
  problems: readonly Problem[],
  rangeFor: (start: number, end: number) => IRange,
): Marker[] {
  return problems.flatMap((problem) => {
    if (!problem.range) return [];
    const { start, end } = problem.range;
    return [
      {
        severity: severities[problem.kind],
        code: problem.code,
        source: "kindling" as const,
        message: problem.why
          ? `${problem.sentence}\n${problem.why}`
          : problem.sentence,
        ...rangeFor(start.offset, end.offset),
      },
    ];
  });
}

/** As much of a change of the text as it takes to tell. */
type Change = Pick<editor.IModelContentChange, "text" | "range">;

/** Whether a change of the text may have moved a marker: it is in its lines, or shifts them. */
export function isMoved(
  { startLineNumber, endLineNumber }: IRange,
  { text, range }: Change,
): boolean {
  if (range.startLineNumber > endLineNumber) return false;
  const shifts =
    text.includes("\n") || range.startLineNumber !== range.endLineNumber;
  return shifts || range.startLineNumber >= startLineNumber;
}
