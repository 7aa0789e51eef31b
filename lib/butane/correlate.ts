import type { Entry, Report } from "./report";
import { keyRangeOf, rangeOf, type SourceDocument } from "./source";

/** Entries about a key itself, not about its value. */
const ABOUT_KEYS: ReadonlySet<string> = new Set(["unused-key"]);

/** Adds to every entry where its path stands in the text, or the nearest place above it. */
export function correlate(report: Report, document: SourceDocument): Report {
  return report.map((entry) => place(entry, document));
}

function place(entry: Entry, document: SourceDocument): Entry {
  if (entry.range) return entry;
  const find = ABOUT_KEYS.has(entry.code) ? keyRangeOf : rangeOf;
  const range = find(document, entry.path);
  return range ? { ...entry, range } : entry;
}
