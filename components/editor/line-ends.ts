import { applyEdits } from "@/lib/butane";
import { minimalEdits } from "./minimal-edits";

/**
 * What an editor shows of a text: which characters end its lines, and a mark at its beginning, are not among it.
 */
export function shownText(text: string): string {
  return isPlain(text)
    ? text
    : text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

const isPlain = (text: string) => !/^\uFEFF|\r/.test(text);

/**
 * `text` after an edit that turned what was shown of it into `shown`: a document with CRLF, or with a byte order mark,
 * keeps every byte that nobody touched.
 */
export function keepLineEnds(text: string, shown: string): string {
  if (isPlain(text)) return shown;
  const usual = /\r\n?|\n/.exec(text)?.[0] ?? "\n";
  const places = placesOf(text);
  const edits = minimalEdits(shownText(text), shown).map((edit) => ({
    start: places[edit.start]!,
    end: places[edit.end]!,
    text: edit.text.replace(/\n/g, usual),
  }));
  const kept = applyEdits(text, edits);
  // A lone CR and a LF that come together would be one break.
  return shownText(kept) === shown ? kept : shown.replace(/\n/g, usual);
}

/** For every offset in what is shown, the offset in the text. */
function placesOf(text: string): number[] {
  const places: number[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    places.push(at);
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  places.push(at);
  return places;
}

/** The offset in what is shown that stands for an offset in the text. */
export function shownOffset(text: string, offset: number): number {
  return isPlain(text) ? offset : shownText(text.slice(0, offset)).length;
}
