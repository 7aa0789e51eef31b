import { missingFrom, type OpenDocument, type Path } from "@/lib/butane";
import { sameText } from "@/lib/same";
import { draftOf } from "../draft-of";
import type { Preset, SectionId } from "../preset";
import type { Section } from "../section";
import { sections } from "../sections";

// Each round takes something away, so there are never more than a node has parts.
const mostRounds = 100;

/** Takes back whatever the sections would write and a document does not have. */
export function withdraw(document: OpenDocument, proposed: Preset): Preset {
  let node = proposed;
  for (let round = 0; round < mostRounds; round++) {
    const missing = missingFrom(document, draftOf(node));
    if (missing.length === 0) return node;
    node = withoutFields(
      node,
      missing.flatMap(({ origin }) => (origin ? [origin] : [])),
    );
  }
  return silenced(node);
}

/** The node without what wrote something at these fields. */
export function withoutFields(node: Preset, asked: readonly Path[]): Preset {
  const fields = new Map<SectionId, Path[]>();
  for (const field of asked) {
    const id = field[0] as SectionId | undefined;
    const known = id && fields.get(id);
    if (known) known.push(field);
    else if (id) fields.set(id, [field]);
  }
  let after = node;
  for (const section of sections) {
    const own = fields.get(section.id);
    if (!own) continue;
    const value = node[section.id];
    const less = section.without?.(value, own) ?? value;
    after = {
      ...after,
      [section.id]: sameText(less, value) ? silentValue(section, value) : less,
    };
  }
  // Nobody can take it back alone: what is left asks for it together.
  return sameText(after, node) ? silenced(node) : after;
}

/** The node with every section saying nothing; what no document says stays. */
export function silenced(node: Preset): Preset {
  const values = sections.map((section) => [
    section.id,
    silentValue(section, node[section.id]),
  ]);
  return { ...node, ...(Object.fromEntries(values) as Partial<Preset>) };
}

function silentValue(section: Section, value: Preset[SectionId]) {
  return section.silent ? section.silent(value) : section.initial;
}
