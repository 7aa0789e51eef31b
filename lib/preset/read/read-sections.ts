import { draftEntries, type DraftEntry, type OpenDocument } from "@/lib/butane";
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

/**
 * What each section sees in a document, one after the other: later ones know what earlier ones write. Files and units take what is
 * left, so what the others asked for in vain is taken back before.
 */
export function readSections(document: OpenDocument, prior: Preset): Preset {
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
  node = withdraw(document, node);
  const others = draftEntries(draftOf(node));
  for (const section of last.filter(readable)) readInto(section, () => others);
  return node;
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
