import type { editor } from "monaco-editor/editor";

// Monaco paints to its own layers and cannot read CSS custom properties, so the tokens of the page stand here again.
const light = {
  panel: "#ffffff",
  sunk: "#f4f2ee",
  line: "#cfc9bf",
  ink: "#1d1b18",
  hint: "#736c62",
  ember: "#c2410c",
  emberInk: "#b23a0a",
  emberSoft: "#fdeadd",
  err: "#b42318",
  warn: "#9a6700",
  info: "#2a63a8",
  key: "#8f2f0a",
  string: "#2f6b46",
  number: "#2a63a8",
};
const dark: typeof light = {
  panel: "#1d1b18",
  sunk: "#24211d",
  line: "#4a453e",
  ink: "#f1eee9",
  hint: "#a0988c",
  ember: "#fb8a4c",
  emberInk: "#fb8a4c",
  emberSoft: "#3b2418",
  err: "#ff8f85",
  warn: "#e0b04a",
  info: "#84b4ee",
  key: "#fb9a63",
  string: "#8fd0a8",
  number: "#84b4ee",
};

export const themes: Record<
  "kindling-light" | "kindling-dark",
  editor.IStandaloneThemeData
> = {
  "kindling-light": theme("vs", light),
  "kindling-dark": theme("vs-dark", dark),
};

function theme(
  base: "vs" | "vs-dark",
  tokens: typeof light,
): editor.IStandaloneThemeData {
  const { ink, key, string, number, hint } = tokens;
  const colour = (token: string, hex: string) => ({
    token,
    foreground: hex.slice(1),
  });
  return {
    base,
    // The base themes colour `string.yaml` and its like by themselves, and a longer name wins over ours.
    inherit: false,
    rules: [
      colour("", ink),
      colour("type", key),
      colour("string", string),
      colour("number", number),
      { ...colour("keyword", number), fontStyle: "bold" },
      colour("comment", hint),
    ],
    colors: { ...text(tokens), ...floating(tokens) },
  };
}

/** The text itself and what is drawn into it. */
function text(tokens: typeof light) {
  return {
    "editor.background": tokens.panel,
    "editor.foreground": tokens.ink,
    "editorLineNumber.foreground": tokens.hint,
    "editorLineNumber.activeForeground": tokens.ink,
    "editor.selectionBackground": tokens.emberSoft,
    "editor.lineHighlightBackground": tokens.sunk,
    "editorCursor.foreground": tokens.ember,
    "editorError.foreground": tokens.err,
    "editorWarning.foreground": tokens.warn,
    "editorInfo.foreground": tokens.info,
    "editorLightBulb.foreground": tokens.warn,
    "editorLightBulbAutoFix.foreground": tokens.warn,
    "editorGutter.foldingControlForeground": tokens.hint,
    "editorOverviewRuler.errorForeground": tokens.err,
    "editorOverviewRuler.warningForeground": tokens.warn,
    "editorOverviewRuler.infoForeground": tokens.info,
    focusBorder: tokens.ember,
  };
}

/** What floats above it: suggestions, help, the menu, find. */
function floating({
  panel,
  line,
  ink,
  hint,
  emberInk,
  emberSoft,
}: typeof light) {
  return {
    "editorWidget.background": panel,
    "editorWidget.foreground": ink,
    "editorWidget.border": line,
    "editorHoverWidget.background": panel,
    "editorHoverWidget.border": line,
    "editorSuggestWidget.background": panel,
    "editorSuggestWidget.border": line,
    "editorSuggestWidget.foreground": ink,
    "editorSuggestWidget.selectedBackground": emberSoft,
    "editorSuggestWidget.selectedForeground": ink,
    "editorSuggestWidget.selectedIconForeground": ink,
    "editorSuggestWidget.highlightForeground": emberInk,
    "editorSuggestWidget.focusHighlightForeground": emberInk,
    "editorActionList.background": panel,
    "editorActionList.foreground": ink,
    "editorActionList.focusBackground": emberSoft,
    "editorActionList.focusForeground": ink,
    "list.hoverBackground": emberSoft,
    "list.focusBackground": emberSoft,
    "list.focusForeground": ink,
    "list.activeSelectionBackground": emberSoft,
    "list.activeSelectionForeground": ink,
    "quickInputList.focusBackground": emberSoft,
    "quickInputList.focusForeground": ink,
    "menu.background": panel,
    "menu.foreground": ink,
    "menu.border": line,
    "menu.selectionBackground": emberSoft,
    "menu.selectionForeground": ink,
    "input.background": panel,
    "input.foreground": ink,
    "input.border": line,
    "input.placeholderForeground": hint,
    "textLink.foreground": emberInk,
    "textLink.activeForeground": emberInk,
    descriptionForeground: hint,
  };
}
