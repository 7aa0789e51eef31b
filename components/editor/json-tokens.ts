import type { languages } from "monaco-editor/editor";

/** Colours for JSON. Monaco's own JSON mode brings a worker of 135 KB for checks that a read-only text does not need. */
export const json: languages.IMonarchLanguage = {
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, "type"],
      [/"(?:[^"\\]|\\.)*"/, "string"],
      [/-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/, "number"],
      [/\b(?:true|false|null)\b/, "keyword"],
      [/[{}[\]]/, "@brackets"],
      [/[,:]/, "delimiter"],
    ],
  },
};
