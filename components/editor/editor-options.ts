import type { editor } from "monaco-editor/editor";

/** How both kinds of editor look. */
export function editorOptions(
  host: HTMLElement,
): editor.IStandaloneEditorConstructionOptions {
  return {
    automaticLayout: true,
    fontFamily: getComputedStyle(host).fontFamily,
    fontLigatures: false,
    fontSize: 12,
    folding: true,
    guides: { indentation: false },
    glyphMargin: false,
    lineDecorationsWidth: 8,
    lineHeight: 19,
    lineNumbersMinChars: 4,
    minimap: { enabled: false },
    overviewRulerLanes: 2,
    padding: { top: 8, bottom: 8 },
    renderLineHighlight: "none",
    scrollBeyondLastLine: false,
    smoothScrolling: false,
    stickyScroll: { enabled: false },
    // A letter that only looks right, or one that nobody sees, is most often inside a string.
    unicodeHighlight: {
      ambiguousCharacters: true,
      invisibleCharacters: true,
      includeComments: true,
      includeStrings: true,
    },
    wordWrap: "off",
  };
}

/** Nothing can be typed, and Tab moves on to the next control. */
export const readOnlyOptions: editor.IEditorOptions = {
  contextmenu: false,
  domReadOnly: true,
  readOnly: true,
  tabFocusMode: true,
};

/** For typing: what fits is offered, and the text keeps the white space that somebody gave it. */
export const typingOptions: editor.IStandaloneEditorConstructionOptions = {
  acceptSuggestionOnEnter: "smart",
  autoIndent: "advanced",
  // What is typed goes into the document; nothing may appear there by itself.
  autoClosingBrackets: "languageDefined",
  fixedOverflowWidgets: true,
  formatOnPaste: false,
  formatOnType: false,
  hover: { delay: 300, above: false },
  lightbulb: { enabled: "onCode" as editor.ShowLightbulbIconMode },
  occurrencesHighlight: "off",
  quickSuggestions: { other: "on", strings: "on", comments: "off" },
  snippetSuggestions: "inline",
  suggest: { showWords: false, showStatusBar: false, preview: false },
  tabSize: 2,
  unusualLineTerminators: "off",
  wordBasedSuggestions: "off",
  dropIntoEditor: { enabled: false },
  links: false,
};
