import "./monaco-environment";
import * as monaco from "monaco-editor/editor";
// Only what a reader of a finished document uses; an editor for typing needs more of the list.
import "monaco-editor/editor/browser/coreCommands.js";
import "monaco-editor/editor/contrib/gotoError/browser/markerSelectionStatus.js";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/gotoLine/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/toggleTabFocusMode/register";
import "monaco-editor/features/unicodeHighlighter/register";
import "monaco-editor/features/wordHighlighter/register";
import "monaco-editor/languages/definitions/yaml/register";
import { json } from "./json-tokens";
import { themes } from "./themes";

monaco.languages.register({ id: "json" });
monaco.languages.setMonarchTokensProvider("json", json);
for (const [name, theme] of Object.entries(themes)) {
  monaco.editor.defineTheme(name, theme);
}

export { monaco };
