import type { editor } from "monaco-editor/editor";
import type { EditStep } from "./butane-pane";

/** As much of a change as it takes to tell. */
type Change = Pick<
  editor.IModelContentChange,
  "text" | "rangeLength" | "range"
>;

/** More than this many characters at once were not typed. */
const aWord = 40;

/** Letters, a word taken away and the blanks of a new line are typing; anything larger is a step of its own. */
export function stepOf(changes: readonly Change[]): EditStep {
  const typed = changes.every(({ text, rangeLength, range }) => {
    const oneLine = range.startLineNumber === range.endLineNumber;
    const newLine = /^\n[ \t]*(?:- )?$/.test(text);
    return (
      (newLine || (!text.includes("\n") && text.length <= aWord)) &&
      rangeLength <= aWord &&
      (oneLine || rangeLength <= 1)
    );
  });
  return typed ? "typing" : "whole";
}
