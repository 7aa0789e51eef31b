import type { Entry } from "../../report";
import type { TextEdit } from "../text-edit";

/** A change of the text that mends a problem. */
export interface TextFix {
  /** What the button says: `Change to storage`. */
  readonly label: string;
  readonly edits: readonly TextEdit[];
}

/** A problem and the place in the text that it is about. */
export interface Fault {
  readonly entry: Entry;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type FixMaker = (fault: Fault) => TextFix | undefined;

/** What stands at the place. */
export const saidAt = ({ text, start, end }: Fault) => text.slice(start, end);

/** Puts something else in the place, if that is a change. */
export function instead(
  fault: Fault,
  text: string | undefined,
  label = `Change to ${text}`,
): TextFix | undefined {
  if (text === undefined || text === saidAt(fault)) return undefined;
  return { label, edits: [{ start: fault.start, end: fault.end, text }] };
}
