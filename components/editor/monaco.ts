import "./monaco-environment";
import * as monaco from "monaco-editor/editor";
// Only what somebody who types a document uses: the list of suggestions costs 22 KB (gzip), the others 1 to 7 each.
import "monaco-editor/editor/browser/coreCommands.js";
import "monaco-editor/editor/contrib/gotoError/browser/markerSelectionStatus.js";
// The feature of that name registers inline completions and lacks the list.
import "monaco-editor/editor/contrib/suggest/browser/suggestController.js";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codeAction/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/contextmenu/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/format/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/gotoLine/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/snippet/register";
import "monaco-editor/features/toggleTabFocusMode/register";
import "monaco-editor/features/unicodeHighlighter/register";
import "monaco-editor/features/wordOperations/register";
import { json } from "./json-tokens";
import { themes } from "./themes";

monaco.languages.register({ id: "json" });
monaco.languages.setMonarchTokensProvider("json", json);
for (const [name, theme] of Object.entries(themes)) {
  monaco.editor.defineTheme(name, theme);
}

export { monaco };
