/** What stands in testdata/upstream-errors.json, which conformance/ writes. */
export interface UpstreamErrors {
  /** Upstream's version. */
  readonly upstream: string;
  readonly errors: readonly NamedError[];
  readonly statements: readonly Statement[];
}

/** An error that upstream has a name for. */
export interface NamedError {
  readonly error: string;
  /** Where it is declared. */
  readonly file: string;
  /** The smallest golden of each spec version and kind that shows it; `refusal` is what upstream stops with. */
  readonly shown: readonly { readonly kind: string; readonly golden: string }[];
  /** The folders of upstream that bring it up, where no document of flatcar does. */
  readonly saidBy?: readonly string[];
}

/** A statement of the code behind flatcar that brings up an error: file, function, error. */
export interface Statement {
  readonly statement: string;
  /** The smallest golden that reaches it. */
  readonly golden: string | null;
}
