import { startsWith, type Path } from "@/lib/butane";
import { originOf } from "@/lib/preset/origins";
import type { ComposerStore } from "./composer-store";
import { sectionOf } from "./selectors";
import { notify, showField, showLine } from "./view-store";
import { withPart } from "./with-part";

/** Opens the field that wrote what stands at a path of the Butane document. */
export function showFieldOf(store: ComposerStore, path: Path) {
  const { outcome, preset, broken } = store.getState();
  if (!outcome) return;
  const origin = originOf(path, outcome.origins);
  if (broken)
    notify({ text: "The form stands still until the text can be read." });
  else if (origin && origin.field[0] !== "rest")
    showField(origin.field, sectionOf(origin.field, preset));
  else
    notify({ text: "No field of the form has this line; it is edited here." });
}

/** The parser is part of the stages; where these run in a worker, the page may not have it yet. */
const parser = () => import("@/lib/butane");
type Parser = Awaited<ReturnType<typeof parser>>;

/** Shows the first line that a field of the preset wrote. */
export async function showOrigin(
  store: ComposerStore,
  field: Path,
  load = parser,
) {
  if (!store.getState().outcome) return;
  await withPart(
    load,
    (part) => showFirstLine(store, field, part),
    "What finds the lines of a field",
  );
}

function showFirstLine(
  store: ComposerStore,
  field: Path,
  { parse, rangeOf }: Parser,
) {
  // As it is by now: it may have taken a while.
  const { outcome } = store.getState();
  if (!outcome) return;
  const paths = outcome.origins
    .filter((origin) => startsWith(origin.field, field))
    .map((origin) => origin.path);
  const document = parse(outcome.butane);
  const starts = paths
    .map((path) => rangeOf(document, path)?.start)
    .filter((start) => start !== undefined)
    .sort((one, other) => one.offset - other.offset);
  const [first] = starts;
  if (first) showLine(first.line, first.column);
  else notify({ text: "It has written no line yet." });
}
