import { catalogued } from "../node";
import { textAt } from "../plain-values";
import { draftEntries, type DraftEntry } from "./draft-entries";
import { settingsDraft } from "./read-params";
import { kindOf, nodeWith, type Candidate, type Reading } from "./reading";

/** Images stand in the order of the document; the others where they stood before, else by what they write. */
export function ordered(
  reading: Reading,
  candidates: readonly Candidate[],
): Candidate[] {
  const all = candidates.filter(isImage);
  for (const one of candidates)
    if (!isImage(one))
      all.splice(placeOf(reading, one, all, candidates), 0, one);
  return all;
}

function placeOf(
  reading: Reading,
  { chosen }: Candidate,
  placed: readonly Candidate[],
  all: readonly Candidate[],
): number {
  const before = reading.prior.chosen.map(({ id }) => id);
  const place = before.indexOf(chosen.id);
  const entries = draftEntries(
    settingsDraft(catalogued(chosen)!, chosen, nodeWith(reading, all)),
  );
  // Those of one list stand in its order.
  const listed = placed.findLastIndex((one) => !isImage(one));
  const next =
    place >= 0
      ? placed.findIndex((one) => before.indexOf(one.chosen.id) > place)
      : placed.findIndex(
          (one, index) =>
            index > listed &&
            isImage(one) &&
            standsBefore(reading, entries, one.image),
        );
  return next < 0 ? placed.length : next;
}

/** Whether the first thing that one writes stands before another's image in the document. */
function standsBefore(
  { document }: Reading,
  entries: readonly DraftEntry[],
  image: Candidate["image"],
): boolean {
  for (const list of [
    "storage.files",
    "storage.links",
    "systemd.units",
  ] as const) {
    const [own] = entries.filter((entry) => entry.list === list);
    const [other] = image.filter((entry) => entry.list === list);
    const at = own && document.named(list, own.key)[0]?.path[2];
    const key = textAt(other?.value, "path") ?? textAt(other?.value, "name");
    const beside = key && document.named(list, key)[0]?.path[2];
    if (typeof at === "number" && typeof beside === "number")
      return at < beside;
  }
  return false;
}

function isImage({ chosen }: Candidate): boolean {
  return kindOf(chosen) === "bakery";
}
