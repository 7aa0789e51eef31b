import { draftEntries, type OpenDocument } from "@/lib/butane";
import { draftOf } from "../draft-of";
import type { Preset, SectionId } from "../preset";
import { sections } from "../sections";
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

// What nobody else wrote is a file or a unit of its own, so these are read when all the others are.
const last: ReadonlySet<SectionId> = new Set(["files", "units"]);
const order = [
  ...sections.filter(({ id }) => !last.has(id)),
  ...sections.filter(({ id }) => last.has(id)),
].filter(({ read }) => read !== undefined);
