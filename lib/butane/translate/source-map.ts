import type { Path } from "../path";

/** One translation: the value at `to` in the Ignition config came from `from` in the Butane document. */
export interface Mapping {
  readonly from: Path;
  readonly to: Path;
}

/** Answers where in the Butane document a value of the Ignition config came from. */
export interface SourceMap {
  /** The path in the document. Where nothing else is known, it is the same path in the document's spelling. */
  find(output: Path): Path;
  /** Every place whose path is not simply the same in the document's spelling. */
  readonly mappings: readonly Mapping[];
}
