import { monaco } from "./monaco";
import {
  applyFix,
  completion,
  folding,
  formatting,
  hover,
  quickFixes,
} from "./providers";
import { butaneTokens } from "./token-provider";

/** Butane as a language of Monaco's: YAML, and what is known about this kind of it. */
export const butane = "butane";

const { languages } = monaco;
const { IndentAction } = languages;
languages.register({ id: butane });
languages.setTokensProvider(butane, butaneTokens);
languages.setLanguageConfiguration(butane, {
  comments: { lineComment: "#" },
  brackets: [
    ["{", "}"],
    ["[", "]"],
  ],
  autoClosingPairs: [
    { open: "{", close: "}", notIn: ["string", "comment"] },
    { open: "[", close: "]", notIn: ["string", "comment"] },
  ],
  onEnterRules: [
    {
      // Below an item's key that opens something: a step deeper than the key.
      beforeText: /^\s*- [^\s#][^#]*:\s*(?:[|>][-+\d]*)?\s*$/,
      action: { indentAction: IndentAction.Indent, appendText: "  " },
    },
    {
      // Below an item's first key: beside it.
      beforeText: /^\s*- [\w"'.-]+:\s+\S.*$/,
      action: { indentAction: IndentAction.None, appendText: "  " },
    },
    {
      // Below a key that opens a mapping, a list or a text.
      beforeText: /:\s*(?:[|>][-+\d]*)?\s*$/,
      action: { indentAction: IndentAction.Indent },
    },
  ],
  // `ssh_authorized_keys`, `/etc/hostname` and `docker.service` are words.
  wordPattern: /[^\s:,[\]{}"'=#&*!|>]+/,
  folding: { offSide: true },
});
languages.registerCompletionItemProvider(butane, completion);
languages.registerHoverProvider(butane, hover);
languages.registerDocumentFormattingEditProvider(butane, formatting);
languages.registerFoldingRangeProvider(butane, folding);
languages.registerCodeActionProvider(butane, quickFixes, {
  providedCodeActionKinds: ["quickfix"],
});
monaco.editor.registerCommand(applyFix, (_, apply: () => void) => apply());

// On Linux Monaco has Ctrl+Shift+I for this, which is the browser's.
monaco.editor.addKeybindingRule({
  keybinding: monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF,
  command: "editor.action.formatDocument",
});
