import type { languages } from "monaco-editor/editor";
import {
  completeAt,
  formatText,
  helpAt,
  outlineOf,
  type Suggestion,
} from "@/lib/butane";
import { contextOf, modelEdit, rangeOf } from "./assistance";
import { helpWords } from "./help-words";
import { minimalEdits } from "./minimal-edits";
import { monaco } from "./monaco";

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;

const kinds: Record<Suggestion["kind"], languages.CompletionItemKind> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  section: CompletionItemKind.Module,
  unit: CompletionItemKind.Reference,
  image: CompletionItemKind.File,
};

/** What fits at the cursor. */
export const completion: languages.CompletionItemProvider = {
  triggerCharacters: [" ", "-", "[", "{", ",", "=", "/"],
  provideCompletionItems(model, position) {
    const offset = model.getOffsetAt(position);
    const known = contextOf(model)?.known;
    const found = completeAt(model.getValue(), offset, undefined, known);
    const suggestions = found.map((one) => ({
      label: one.label,
      kind: kinds[one.kind],
      insertText: one.insert,
      insertTextRules:
        CompletionItemInsertTextRule.InsertAsSnippet |
        // The lines below a key are indented as the document is.
        CompletionItemInsertTextRule.KeepWhitespace,
      range: rangeOf(model, one.start, Math.max(one.end, offset)),
      sortText: String(one.rank + 1000).padStart(6, "0"),
      ...(one.detail ? { detail: one.detail } : {}),
      ...(one.help ? { documentation: { value: one.help } } : {}),
      ...(one.again ? { command: again } : {}),
    }));
    // Monaco would go on with these by letters that stand anywhere in a word; values are asked for anew.
    const incomplete = found.some(({ kind }) => kind !== "key");
    return { suggestions, incomplete };
  },
};

const again = { id: "editor.action.triggerSuggest", title: "" };

/** What a word means. */
export const hover: languages.HoverProvider = {
  provideHover(model, position) {
    const help = helpAt(model.getValue(), model.getOffsetAt(position));
    if (!help) return null;
    return {
      range: rangeOf(model, help.start, help.end),
      contents: [{ value: helpWords(help) }],
    };
  },
};

/** The usual layout, where it can be had without changing what the document means. */
export const formatting: languages.DocumentFormattingEditProvider = {
  displayName: "Kindling",
  provideDocumentFormattingEdits(model) {
    const text = model.getValue();
    return minimalEdits(text, formatText(text)).map((edit) =>
      modelEdit(model, edit),
    );
  },
};

/** Parts that can be folded. */
export const folding: languages.FoldingRangeProvider = {
  provideFoldingRanges: (model) =>
    outlineOf(model.getValue()).map(({ line, lastLine }) => ({
      start: line,
      end: lastLine,
    })),
};

/** Ways to mend what is marked at the cursor. */
export const quickFixes: languages.CodeActionProvider = {
  provideCodeActions(model, range) {
    const context = contextOf(model);
    if (!context) return null;
    const actions = context.problems.flatMap((problem) => {
      if (!problem.range) return [];
      const start = context.place(problem.range.start.offset);
      const end = context.place(problem.range.end.offset);
      const at = rangeOf(model, start, end);
      if (!monaco.Range.areIntersectingOrTouching(at, range)) return [];
      const { fix, textFix } = problem;
      const title = (fix ?? textFix)?.label;
      if (title === undefined) return [];
      return [
        {
          title,
          kind: "quickfix",
          isPreferred: true,
          ...(fix
            ? {
                command: {
                  id: applyFix,
                  title,
                  arguments: [() => context.onFix(fix)],
                },
              }
            : {
                edit: {
                  edits: textFix!.edits.map((edit) => ({
                    resource: model.uri,
                    versionId: model.getVersionId(),
                    textEdit: modelEdit(model, {
                      text: edit.text,
                      start: context.place(edit.start),
                      end: context.place(edit.end),
                    }),
                  })),
                },
              }),
        },
      ];
    });
    return { actions, dispose: () => {} };
  },
};

/** The command behind a fix that changes the preset and not the text. */
export const applyFix = "kindling.applyFix";
