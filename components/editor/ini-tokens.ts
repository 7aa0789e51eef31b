import type { Token } from "./line-tokens";

/** Splits a line of a unit, or of another file of sections and `Key=value`, into coloured pieces. */
export function iniTokens(line: string): Token[] {
  if (/^\s*[#;]/.test(line)) return [{ kind: "comment", text: line }];
  if (/^\s*\[/.test(line)) return [{ kind: "section", text: line }];
  const found = /^(\s*)([\w.-]+)(\s*=)(.*)$/.exec(line);
  if (!found) return [{ kind: "string", text: line }];
  const [, indent = "", key = "", equals = "", value = ""] = found;
  return [
    { text: indent },
    { kind: "key", text: key },
    { text: equals },
    { kind: "string", text: value },
  ];
}
