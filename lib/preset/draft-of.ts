import { createDocument, type Draft } from "@/lib/butane";
import type { Preset } from "./preset";
import { sections } from "./sections";

/** What the sections of a preset write, without its typed Butane. */
export function draftOf(preset: Preset): Draft {
  const document = createDocument({
    variant: preset.target.variant,
    version: preset.target.spec,
  });
  const context = { document, preset };
  for (const section of sections) section.compose(preset[section.id], context);
  return document;
}
