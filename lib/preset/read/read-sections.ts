import { draftEntries, type OpenDocument } from "@/lib/butane";
import { draftOf } from "../draft-of";
import type { Preset, SectionId } from "../preset";
import type { Section } from "../section";
import { sectionsById } from "../sections";
import { silenced } from "./withdraw";

// Flatcar's extensions, and updates as Flatcar does them, mean nothing on another system.
const everywhere: ReadonlySet<SectionId> = new Set([
  "target",
  "identity",
  "users",
]);

/** What each section sees in a document, one after the other: later ones know what earlier ones write. */
export function readSections(document: OpenDocument, prior: Preset): Preset {
  const flatcar = document.header.variant === "flatcar";
  let node: Preset = { ...silenced(prior), rest: { text: "", whole: false } };
  for (const section of order) {
    if (!flatcar && !everywhere.has(section.id)) continue;
    const before = node;
    node = {
      ...node,
      [section.id]: section.read!({
        document,
        prior,
        node,
        get written() {
          return draftEntries(draftOf(before));
        },
      }),
    };
  }
  return node;
}

const order = [
  sectionsById.target,
  sectionsById.extensions,
  sectionsById.updates,
  sectionsById.identity,
  sectionsById.users,
  sectionsById.osUpdates,
].filter(({ read }) => read !== undefined) as unknown as readonly Section[];
