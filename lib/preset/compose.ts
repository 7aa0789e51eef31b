import {
  createDocument,
  emit,
  type Draft,
  type Origin,
  type Report,
} from "@/lib/butane";
import type { Preset } from "./preset";
import { sectionsById } from "./sections";

/** A preset as a Butane document. */
export interface Composed {
  readonly document: Draft;
  readonly text: string;
  /** Which field of the preset asked for what stands at a path of the document. */
  readonly origins: readonly Origin[];
  /** Why typed Butane is not part of the text; ranges count in the typed text. */
  readonly report: Report;
}

/**
 * Writes a preset as Butane. The preset names exact versions, so nothing but the preset decides the bytes: no catalogue, no
 * clock, no setting of a server.
 */
export function compose(preset: Preset): Composed {
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
  const { text, origins, restReport } = emit(document, preset.rest.text);
  return { document, text, origins, report: restReport };
}
