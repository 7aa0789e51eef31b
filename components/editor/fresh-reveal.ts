import type { Reveal } from "./butane-pane";

let last: number | null = null;

/**
 * Whether a place asks to be seen for the first time. A pane that is drawn anew, because its tab was left and opened
 * again, must not take the focus for what was asked long ago.
 */
export function isFresh({ token }: Reveal): boolean {
  if (token === last) return false;
  last = token;
  return true;
}
