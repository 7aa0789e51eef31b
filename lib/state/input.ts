import type { Problem } from "@/lib/pipeline";
import type { Preset } from "@/lib/preset";

/** A Butane text that cannot be read: kept as it was typed, beside the last node that could be. */
export interface Broken {
  readonly text: string;
  /** Why it cannot be read, each with its place in the text. */
  readonly problems: readonly Problem[];
}

/** All that somebody entered; everything else follows from it. Undo and redo go through these. */
export interface Input {
  readonly preset: Preset;
  readonly broken: Broken | null;
}
