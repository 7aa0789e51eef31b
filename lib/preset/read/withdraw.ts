import {
  missingFrom,
  type Missing,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
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
    node = without(node, missing);
  }
  return silenced(node);
}

function without(node: Preset, missing: readonly Missing[]): Preset {
  const fields = new Map<SectionId, Path[]>();
  for (const { origin } of missing) {
    const id = origin?.[0] as SectionId | undefined;
    if (origin && id) fields.set(id, [...(fields.get(id) ?? []), origin]);
  }
  let after = node;
  for (const section of sections) {
    const asked = fields.get(section.id);
    if (!asked) continue;
    const value = node[section.id];
    const less = section.without?.(value, asked) ?? value;
    after = {
      ...after,
      [section.id]: same(less, value) ? silentValue(section, value) : less,
    };
  }
  // Nobody can take it back alone: what is left asks for it together.
  return same(after, node) ? silenced(node) : after;
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

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
