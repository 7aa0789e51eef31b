/** Leaves the reader at the first mistake, as upstream's does. Caught in `parse`, never seen outside. */
export class SyntaxProblem extends Error {
  constructor(
    readonly start: number,
    readonly end: number,
    readonly reason: string,
    readonly code:
      | "yaml-syntax"
      | "yaml-unknown-anchor"
      | "too-many-values" = "yaml-syntax",
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(reason);
  }
}
