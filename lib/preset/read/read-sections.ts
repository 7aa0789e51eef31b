import { draftEntries, type DraftEntry, type OpenDocument } from "@/lib/butane";
import { sameData } from "@/lib/same";
import { draftOf } from "../draft-of";
import type { Preset, SectionId } from "../preset";
import type { Section } from "../section";
import { sections } from "../sections";
import { silenced, withdraw } from "./withdraw";

// Flatcar's extensions, and updates as Flatcar does them, mean nothing on another system.
const everywhere: ReadonlySet<SectionId> = new Set([
  "target",
  "identity",
  "users",
  "files",
  "units",
]);

// Two are enough for whatever was tried; the third shows that nothing moves any more.
const mostRounds = 4;

/**
 * What the sections see in a document, without what it does not have. Reading again with it as `prior` comes to the same: what was
 * taken back may have been what another value was told apart by, so after that the document is read once more.
 */
export function readSections(document: OpenDocument, prior: Preset): Preset {
  let known = prior;
  for (let round = 0; round < mostRounds; round++) {
    const seen = readOnce(document, known);
    const moved = !sameData({ ...seen.node, rest: known.rest }, known);
    known = seen.node;
    if (seen.hasAll || !moved) break;
  }
  return known;
}

interface Seen {
  readonly node: Preset;
  /** Nothing had to be taken back. */
  readonly hasAll: boolean;
}

/**
 * The sections one after the other: later ones know what earlier ones write. Files and units take what is left, so what the others
 * asked for in vain is taken back before.
 */
function readOnce(document: OpenDocument, prior: Preset): Seen {
  const flatcar = document.header.variant === "flatcar";
  const readable = (section: Section) =>
    section.read !== undefined && (flatcar || everywhere.has(section.id));
  let node: Preset = { ...silenced(prior), rest: { text: "", whole: false } };
  const readInto = (section: Section, written: () => readonly DraftEntry[]) => {
    const value = section.read!({
      document,
      prior,
      node,
      get written() {
        return written();
      },
    });
    node = { ...node, [section.id]: value };
  };
  for (const section of first.filter(readable)) {
    const before = node;
    readInto(section, () => draftEntries(draftOf(before)));
  }
  let hasAll = true;
  const takeBack = () => {
    const held = withdraw(document, node);
    hasAll &&= held === node;
    node = held;
  };
  takeBack();
  const others = draftEntries(draftOf(node));
  for (const section of last.filter(readable)) readInto(section, () => others);
  takeBack();
  return { node, hasAll };
}

const isLast = (id: SectionId) => id === "files" || id === "units";
/** Of the others, layers come last: a link to a unit in an image is theirs only where it is nobody else's. */
const first = sections
  .filter(({ id }) => !isLast(id))
  .sort(
    (one, other) => Number(one.id === "layers") - Number(other.id === "layers"),
  );
/** Files are read after units, for a unit of a user's session is a file as well. */
const last = sections.filter(({ id }) => isLast(id)).reverse();
