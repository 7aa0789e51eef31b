import type { editor } from "monaco-editor/editor";

// Monaco paints to its own layers and cannot read CSS custom properties, so the tokens of the page stand here again.
const light = {
  ink: "1d1b18",
  key: "8f2f0a",
  string: "2f6b46",
  number: "2a63a8",
  comment: "736c62",
};
const dark = {
  ink: "f1eee9",
  key: "fb9a63",
  string: "8fd0a8",
  number: "84b4ee",
  comment: "a0988c",
};

export const themes: Record<
  "kindling-light" | "kindling-dark",
  editor.IStandaloneThemeData
> = {
  "kindling-light": theme("vs", light, {
    "editor.background": "#ffffff",
    "editorLineNumber.foreground": "#7b746a",
    "editorLineNumber.activeForeground": "#1d1b18",
    "editor.selectionBackground": "#fdeadd",
    "editor.lineHighlightBackground": "#f4f2ee",
    "editorWidget.background": "#ffffff",
    "editorWidget.border": "#cfc9bf",
    focusBorder: "#c2410c",
  }),
  "kindling-dark": theme("vs-dark", dark, {
    "editor.background": "#1d1b18",
    "editorLineNumber.foreground": "#978f83",
    "editorLineNumber.activeForeground": "#f1eee9",
    "editor.selectionBackground": "#3b2418",
    "editor.lineHighlightBackground": "#24211d",
    "editorWidget.background": "#24211d",
    "editorWidget.border": "#4a453e",
    focusBorder: "#fb8a4c",
  }),
};

function theme(
  base: "vs" | "vs-dark",
  colours: typeof light,
  rest: Record<string, string>,
): editor.IStandaloneThemeData {
  return {
    base,
    // The base themes colour `string.yaml` and its like by themselves, and a longer name wins over ours.
    inherit: false,
    rules: [
      { token: "", foreground: colours.ink },
      { token: "type", foreground: colours.key },
      { token: "string", foreground: colours.string },
      { token: "number", foreground: colours.number },
      { token: "keyword", foreground: colours.number },
      { token: "comment", foreground: colours.comment },
    ],
    colors: { "editor.foreground": `#${colours.ink}`, ...rest },
  };
}
