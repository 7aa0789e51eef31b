import type { editor, IRange } from "monaco-editor/editor";
import type { Known, TextEdit } from "@/lib/butane";
import type { Problem } from "@/lib/pipeline";

/** What the providers of a language have to know of the pane that a text is shown in. */
export interface PaneContext {
  readonly problems: readonly Problem[];
  readonly known: Known;
  /** Offset in the pane's text of an offset in the document. */
  readonly place: (offset: number) => number;
  readonly onFix: (fix: NonNullable<Problem["fix"]>) => void;
}

const panes = new WeakMap<editor.ITextModel, () => PaneContext>();

/** Tells the providers, which are shared by all texts, what belongs to this one. */
export function setContext(
  model: editor.ITextModel,
  read: () => PaneContext,
): void {
  panes.set(model, read);
}

export const contextOf = (model: editor.ITextModel) => panes.get(model)?.();

/** The lines and columns of a piece of the text. */
export function rangeOf(
  model: editor.ITextModel,
  start: number,
  end: number,
): IRange {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(end);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

export const modelEdit = (
  model: editor.ITextModel,
  { start, end, text }: TextEdit,
) => ({ range: rangeOf(model, start, end), text });
