/** How much work may still go into finding matches. */
export interface Effort {
  left: number;
}

/**
 * Enough for megabytes of what nodes have. Go's highest level has no bound and takes half a minute for a few megabytes of two
 * letters, say; when this is spent, fewer places are tried. The result is a little longer then, and the same each time,
 * as it is steps that are counted and not time.
 */
const STEPS = 40_000_000;

/** The whole of it. What shares one spends it together: it counts down in place. */
export function newEffort(): Effort {
  return { left: STEPS };
}
