export interface Token {
  readonly kind?: "key" | "string" | "comment" | "number";
  readonly text: string;
}

const yamlLine = /^(\s*(?:- )*)([\w.-]+)(:)(\s+|$)(.*)$/;
const yamlNumber = /^(?:true|false|null|\d[\d.]*)$/;
const jsonLine = /^(\s*)("(?:[^"\\]|\\.)*")(:)(\s*)(.*)$/;

/**
 * Splits one line into coloured pieces by its shape alone. A line inside a block scalar that looks like a key is
 * coloured as one: the view is for reading on a small screen, the editor knows better.
 */
export function lineTokens(line: string, language: "yaml" | "json"): Token[] {
  if (language === "yaml" && /^\s*#/.test(line)) {
    return [{ kind: "comment", text: line }];
  }
  const found = (language === "yaml" ? yamlLine : jsonLine).exec(line);
  if (!found) return [{ text: line }];
  const [, indent = "", key = "", colon = "", gap = "", value = ""] = found;
  return [
    { text: indent },
    { kind: "key", text: key },
    { text: colon + gap },
    valueToken(value),
  ];
}

function valueToken(text: string): Token {
  if (yamlNumber.test(text.replace(/,$/, ""))) return { kind: "number", text };
  return /^[[{|>]?[-+]?,?$/.test(text) ? { text } : { kind: "string", text };
}
