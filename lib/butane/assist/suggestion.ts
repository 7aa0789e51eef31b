import type { Known } from "./known";
import type { TextLine } from "./lines";
import type { Place } from "./place";
import type { Spot } from "./spot";

/** One thing that fits at the cursor. */
export interface Suggestion {
  readonly label: string;
  readonly kind: "key" | "value" | "section" | "unit" | "image";
  /** What is put in; `$0`, `$1` and `${1:text}` are places to type at, as in every editor's snippets. */
  readonly insert: string;
  /** Its type, or where it comes from. */
  readonly detail?: string;
  /** What it does on the node. */
  readonly help?: string;
  /** The characters that it takes the place of. */
  readonly start: number;
  readonly end: number;
  /** Where it stands among the others, the lowest first. */
  readonly rank: number;
  /** Whether there is more to suggest right behind it. */
  readonly again?: true;
}

/** What suggestions are made from. */
export interface Request {
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly place: Place;
  readonly spot: Spot;
  readonly known: Known | undefined;
}
