import { createDocument, type Draft } from "@/lib/butane";
import type { Preset } from "./preset";
import { sectionsById } from "./sections";

/** What the sections of a preset write, without its typed Butane. */
export function draftOf(preset: Preset): Draft {
  const document = createDocument({
    variant: preset.target.variant,
    version: preset.target.spec,
  });
  const context = { document, preset };
  sectionsById.target.compose(preset.target, context);
  sectionsById.extensions.compose(preset.extensions, context);
  sectionsById.updates.compose(preset.updates, context);
  sectionsById.identity.compose(preset.identity, context);
  sectionsById.users.compose(preset.users, context);
  sectionsById.osUpdates.compose(preset.osUpdates, context);
  sectionsById.rest.compose(preset.rest, context);
  return document;
}
