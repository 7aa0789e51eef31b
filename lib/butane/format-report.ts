import { formatPath } from "./path";
import { sentenceFor } from "./messages";
import type { Entry, Report } from "./report";

/**
 * Writes a report the way Butane's `--raw-errors` does, one entry a line:
 * `error at $.storage.files.0.path, line 4 col 13: …`.
 */
export function formatReport(report: Report): string {
  return report.map((entry) => `${formatEntry(entry)}\n`).join("");
}

function formatEntry(entry: Entry): string {
  const { kind, path, range } = entry;
  const places = [
    ...(path.length > 0 ? [formatPath(path)] : []),
    ...(range ? [`line ${range.start.line} col ${range.start.column}`] : []),
  ];
  const at = places.length > 0 ? ` at ${places.join(", ")}` : "";
  return `${kind}${at}: ${sentenceFor(entry).sentence}`;
}
