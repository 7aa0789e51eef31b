import { parse, type SourceDocument } from "../../source";

let last: SourceDocument | null = null;

/** Reads a document; the one that was read last is kept, since a report asks for the same text at each entry. */
export function readDocument(text: string): SourceDocument {
  if (last?.text !== text) last = parse(text);
  return last;
}
