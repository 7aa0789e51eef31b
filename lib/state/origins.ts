import { startsWith, type Path } from "@/lib/butane";
import type { ComposerStore } from "./composer-store";
import { notify, showLine } from "./view-store";

/** Shows the first line that a field of the preset wrote. */
export async function showOrigin(store: ComposerStore, field: Path) {
  const { outcome } = store.getState();
  if (!outcome) return;
  const paths = outcome.composed.origins
    .filter((origin) => startsWith(origin.field, field))
    .map((origin) => origin.path);
  // The parser is part of the stages, which are there by now.
  const { parse, rangeOf } = await import("@/lib/butane");
  const document = parse(outcome.butane);
  const starts = paths
    .map((path) => rangeOf(document, path)?.start)
    .filter((start) => start !== undefined)
    .sort((one, other) => one.offset - other.offset);
  const [first] = starts;
  if (first) showLine(first.line, first.column);
  else notify({ text: "It has written no line yet." });
}
