import type { Problem } from "@/lib/pipeline";

/** A problem as the editor draws it; the numbers are Monaco's `MarkerSeverity`. */
export interface Marker {
  readonly severity: 2 | 4 | 8;
  readonly code: string;
  readonly source: "kindling";
  readonly message: string;
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

const severities = { error: 8, warning: 4, info: 2 } as const;

/** Turns problems into markers; one without a place in the text has no marker and stands in the list only. */
export function markersOf(problems: readonly Problem[]): Marker[] {
  return problems.flatMap((problem) => {
    if (!problem.range) return [];
    const { start, end } = problem.range;
    return [
      {
        severity: severities[problem.kind],
        code: problem.code,
        source: "kindling",
        message: problem.why
          ? `${problem.sentence}\n${problem.why}`
          : problem.sentence,
        startLineNumber: start.line,
        startColumn: start.column,
        endLineNumber: end.line,
        endColumn: end.column,
      },
    ];
  });
}
