import type { Entry } from "../report";
import { fixDocument } from "./fixes/document";
import { fixType } from "./fixes/types";
import { fixUnit } from "./fixes/units";
import { fixValue } from "./fixes/values";
import type { FixMaker, TextFix } from "./fixes/fix";

export type { TextFix } from "./fixes/fix";

const makers: Readonly<Record<string, FixMaker>> = {
  ...fixDocument,
  ...fixType,
  ...fixUnit,
  ...fixValue,
};

/**
 * How an entry of a report can be mended by changing the text, where that is plain; nothing otherwise.
 *
 * @example
 * const text = "variant: flatcar\nversion: 1.1.0\nstorge: {}\n";
 * textFixFor(transpile(text).report[0], text)?.label; // "Change to storage"
 */
export function textFixFor(entry: Entry, text: string): TextFix | undefined {
  if (!entry.range) return undefined;
  return makers[entry.code]?.({
    entry,
    text,
    start: entry.range.start.offset,
    end: entry.range.end.offset,
  });
}
