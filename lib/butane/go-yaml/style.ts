import { plainTag } from "../source/resolve";
import { BREAK, isPrintable } from "./characters";

export type Style = "plain" | "single" | "double" | "literal";

/** How yaml.v3 writes a text. `asKey`: in front of a colon, where everything has to stay on one line. */
export function styleOf(text: string, asKey = false): Style {
  const wanted = wantedStyle(text);
  switch (asKey && isMultiline(text) ? "double" : wanted) {
    case "plain":
      if (isPlainSafe(text)) return "plain";
      return isQuotedSafe(text) ? "single" : "double";
    case "literal":
      return !asKey && isBlockSafe(text) ? "literal" : "double";
    default:
      return "double";
  }
}

/** Whether a text has more than one line, or what yaml.v3 takes for the end of one. */
export function isMultiline(text: string): boolean {
  return anyBreak.test(text);
}

function wantedStyle(text: string): Style {
  if (text.includes("\n")) return "literal";
  // A merge key is one only where it is a key, so yaml.v3 quotes it nowhere.
  const isText = text === "<<" || plainTag(text) === "!!str";
  return !isText || OLD_BOOL.has(text) || SEXAGESIMAL.test(text)
    ? "double"
    : "plain";
}

// Quoted for the sake of older parsers, which take them for a truth value or a number.
const OLD_BOOL = new Set(
  ["y", "yes", "on", "n", "no", "off"].flatMap((word) => [
    word,
    word.toUpperCase(),
    (word[0] ?? "").toUpperCase() + word.slice(1),
  ]),
);
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;

const anyBreak = new RegExp(`[${BREAK}]`);
const edge = new RegExp(`^[ ${BREAK}]|[ ${BREAK}]$`);
const breakThenSpace = new RegExp(`[${BREAK}] `);
const spaceThenBreak = new RegExp(` [${BREAK}]`);
const indicator = new RegExp(
  [
    "^(?:---|\\.\\.\\.|[#,\\[\\]{}&*!|>'\"%@`])",
    "^[?-](?=[ \\t]|$)",
    ":(?=[ \\t]|$)",
    `[ \\t\\0${BREAK}]#`,
  ].join("|"),
);

function isPlainSafe(text: string): boolean {
  const blocked = edge.test(text) || isMultiline(text) || indicator.test(text);
  return !blocked && isQuotedSafe(text);
}

function isQuotedSafe(text: string): boolean {
  const blocked = breakThenSpace.test(text) || text.includes("\t");
  return !blocked && !spaceThenBreak.test(text) && !hasSpecial(text);
}

function isBlockSafe(text: string): boolean {
  return !text.endsWith(" ") && !spaceThenBreak.test(text) && !hasSpecial(text);
}

function hasSpecial(text: string): boolean {
  for (const one of text) if (one !== "\t" && !isPrintable(one)) return true;
  return false;
}
