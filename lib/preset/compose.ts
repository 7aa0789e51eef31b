import {
  emit,
  emitsAs,
  locate,
  openDocument,
  type Draft,
  type Origin,
  type Report,
} from "@/lib/butane";
import { draftOf } from "./draft-of";
import type { Preset } from "./preset";

/** A preset as a Butane document. */
export interface Composed {
  /** What the sections write; of a whole document, the part of it that they know. */
  readonly document: Draft;
  readonly text: string;
  /** Which field of the preset asked for what stands at a path of the document. */
  readonly origins: readonly Origin[];
  /** Why typed Butane is not part of the text; ranges count in the typed text. */
  readonly report: Report;
}

/**
 * Writes a preset as Butane. The preset names exact versions, so nothing but the preset decides the bytes: no catalogue, no
 * clock, no setting of a server. A document that is kept whole comes back byte for byte.
 */
export function compose(preset: Preset): Composed {
  const document = draftOf(preset);
  const { rest } = preset;
  if (rest.whole)
    return {
      document,
      text: rest.text,
      origins: wholeOrigins(rest.text, document),
      report: [],
    };
  const { text, origins, restReport } = emit(document, rest.text);
  return { document, text, origins, report: restReport };
}

/** Whether `compose` writes a preset as exactly that text. */
export function composesTo(preset: Preset, text: string): boolean {
  const { rest } = preset;
  return !rest.whole && rest.text.trim() === ""
    ? emitsAs(draftOf(preset), text)
    : compose(preset).text === text;
}

/** The fields behind a whole document: what no section knows belongs to the text itself. */
function wholeOrigins(text: string, draft: Draft): readonly Origin[] {
  const typed: Origin = { path: [], field: ["rest", "text"] };
  const opened = openDocument(text);
  return opened.ok ? [typed, ...locate(opened.value, draft)] : [typed];
}
