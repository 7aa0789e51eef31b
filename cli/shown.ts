import {
  formatPath,
  sentenceFor,
  type Entry,
  type Kind,
  type Path,
} from "@/lib/butane";
import type { Problem } from "@/lib/pipeline";
import type { Preset } from "@/lib/preset";
import { describeMissing } from "@/lib/share/describe";
import type { Shown } from "./report";

/** What messages call the Butane text that a preset was composed to and nobody has as a file. */
const composedName = "<butane>";

/** An entry in the words a person reads. */
export function shownEntry(entry: Entry): Shown {
  const { sentence, why } = sentenceFor(entry);
  return {
    kind: entry.kind,
    sentence,
    why,
    path: entry.path.length > 0 ? formatPath(entry.path) : undefined,
    range: entry.range,
  };
}

/** Problems of a preset: the place is in the composed text, the path is the field to change. */
export function shownProblems(problems: readonly Problem[]): Shown[] {
  return problems.map(({ kind, sentence, why, field, path, range }) => ({
    kind,
    sentence,
    why,
    path: field ? field.join(".") : path && formatPath(path),
    range,
    file: range && composedName,
  }));
}

/** What the sender of a link kept to themselves. */
export function missingSecrets(
  preset: Preset,
  leftOut: readonly Path[],
): Shown[] {
  return describeMissing(preset, leftOut).map((sentence, index) => ({
    kind: "warning",
    sentence: `${sentence}.`,
    path: leftOut[index]!.join("."),
  }));
}

/** The kind that decides how a command ends; null where there is nothing worse than advice. */
export function worst(shown: readonly Shown[]): Exclude<Kind, "info"> | null {
  if (shown.some(({ kind }) => kind === "error")) return "error";
  return shown.some(({ kind }) => kind === "warning") ? "warning" : null;
}
