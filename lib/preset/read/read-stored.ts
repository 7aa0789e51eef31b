import type { Preset } from "../preset";
import { read } from "./read";
import { silenced } from "./withdraw";

/**
 * A stored preset with the sections that its document shows. They never say anything else than it: of a document that cannot be
 * read, they say nothing.
 */
export function readStored(stored: Preset): Preset {
  if (!stored.rest.whole) return stored;
  const reading = read(stored.rest.text, stored);
  return reading.ok ? reading.value.preset : silenced(stored);
}
