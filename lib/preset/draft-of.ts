import { createDocument, type Draft } from "@/lib/butane";
import type { Preset } from "./preset";
import { sections } from "./sections";

/**
 * What the sections of a preset write, without its typed Butane. Reading, writing and comparing one node ask for the same drafts
 * over and over, so the last ones are kept: a draft must not be changed.
 */
export function draftOf(preset: Preset): Draft {
  const parts = composing.map(({ id }) => preset[id]);
  const known = recent.findIndex(({ parts: others }) =>
    others.every((part, index) => part === parts[index]),
  );
  const found =
    known < 0
      ? { parts, draft: draftAnew(preset) }
      : recent.splice(known, 1)[0]!;
  recent.unshift(found);
  recent.length = Math.min(recent.length, mostRecent);
  return found.draft;
}

// The node before a change, the one that is wanted, the one that is read from its text, and one on the way there.
const mostRecent = 4;
const recent: { readonly parts: readonly unknown[]; readonly draft: Draft }[] =
  [];
// Typed Butane is no section's.
const composing = sections.filter(({ id }) => id !== "rest");

function draftAnew(preset: Preset): Draft {
  const document = createDocument({
    variant: preset.target.variant,
    version: preset.target.spec,
  });
  const context = { document, preset };
  for (const section of sections) section.compose(preset[section.id], context);
  return document;
}
