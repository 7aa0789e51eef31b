import { nodeAt } from "../../source";
import { readDocument } from "./read-document";
import { indentOf } from "../snippet";
import { readLines, unquoted } from "../lines";
import { lineAt } from "../place";
import {
  instead,
  saidAt,
  type Fault,
  type FixMaker,
  type TextFix,
} from "./fix";

/** Values of the wrong type that are nearly right. */
export const fixType: Readonly<Record<string, FixMaker>> = {
  "type-mismatch": (fault) => {
    const { wanted } = fault.entry.values ?? {};
    if (wanted === "a list") return asList(fault);
    return wanted === "text" ? undefined : withoutQuotes(fault, String(wanted));
  },
};

/** `"0644"` and `'true'`: the quotes make a text of them. */
function withoutQuotes(fault: Fault, wanted: string): TextFix | undefined {
  const said = saidAt(fault);
  const bare = unquoted(said);
  const fits =
    wanted === "a whole number" ? /^(?:0o?)?\d+$/ : /^(?:true|false)$/;
  const fixed = bare !== said && fits.test(bare) ? bare : undefined;
  return instead(fault, fixed, "Take the quotes away");
}

/** One value, or one mapping, where a list of them has to be. */
function asList(fault: Fault): TextFix | undefined {
  const { text, entry, start, end } = fault;
  const node = nodeAt(readDocument(text), entry.path);
  const lines = readLines(text);
  const line = lines[lineAt(lines, start)]!;
  const label = "Make it a list";
  if (node?.kind === "mapping" && text[start] !== "{")
    return line.start + line.column === start
      ? { label, edits: dashed(text, start, end) }
      : undefined;
  if (node?.kind !== "scalar" || /^[|>]/.test(saidAt(fault))) return undefined;
  if (line.kind !== "entry" || line.value?.start !== start) return undefined;
  if (saidAt(fault).includes("\n") || !line.frame) return undefined;
  const indent = " ".repeat(line.frame.column + indentOf(lines));
  const colon = text.lastIndexOf(":", start - 1) + 1;
  const item = `\n${indent}- ${saidAt(fault)}`;
  return { label, edits: [{ start: colon, end, text: item }] };
}

/** A dash before the first line, and room below it for the others. */
function dashed(text: string, start: number, end: number) {
  const edits = [{ start, end: start, text: "- " }];
  for (const { index } of text.slice(start, end).matchAll(/\n(?=[^\r\n])/g)) {
    const at = start + index + 1;
    if (text.slice(at, end).trim() !== "")
      edits.push({ start: at, end: at, text: "  " });
  }
  return edits;
}
