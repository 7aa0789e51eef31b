/** A part of what was imported that the node will not have. */
export interface NotCarriedOver {
  /** The key or command, as it stands in the text. */
  readonly what: string;
  /** A sentence: why not, and what to do instead where there is something. */
  readonly why: string;
  /** Line in the text, from 1. */
  readonly line?: number;
}
