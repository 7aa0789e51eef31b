/** A piece of a text that is replaced; offsets are those of the text before any edit. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap; they may come in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce(
      (now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end),
      text,
    );
}
