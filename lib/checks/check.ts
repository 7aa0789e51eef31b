import type { Catalogue, Kind, Path, Range, Transpiled } from "@/lib/butane";
import type { Composed } from "@/lib/preset/compose";
import type { Preset } from "@/lib/preset/preset";

/** A change of the preset that mends a problem: each edit sets the value at a path. Plain data, so it can be shown and undone. */
export interface Fix {
  /** What the button says: `Mask locksmithd`. */
  readonly label: string;
  readonly edits: readonly { readonly path: Path; readonly value: unknown }[];
}

/**
 * Advice beyond the spec's own rules. It names the field of the preset, the place in the document, or both.
 */
export interface Finding {
  readonly kind: Kind;
  /** Stable: `plain-password`. */
  readonly code: string;
  /** What is wrong, one sentence: what will happen on the node. */
  readonly sentence: string;
  /** Why it matters or what to do instead, where a sentence does not hold it. */
  readonly why?: string;
  /** Path in the preset: `["users", "users", 0, "passwordHash"]`. */
  readonly field?: Path;
  /** Path in the Butane document. */
  readonly path?: Path;
  /** Where in the field's own text, for a field that holds many lines. */
  readonly within?: Range;
  readonly fix?: Fix;
}

/** All that a check may look at. */
export interface CheckInput {
  readonly preset: Preset;
  readonly catalogue: Catalogue;
  readonly composed: Composed;
  readonly transpiled: Transpiled;
}

/** One rule, or a few that belong together; one file each, listed in `index.ts`. */
export type Check = (input: CheckInput) => readonly Finding[];
