import { isNoted } from "./ignition/noted";
import type { Path } from "./path";
import { startsWith } from "./path";
import type { Entry } from "./report";
import { inDocument, type Sources } from "./translate/source-map";
import type { Spec, Wrapper } from "./variants/spec";

/** The output as a whole: the Ignition config, and perhaps what the variant puts around it. */
export interface Frame {
  readonly wrapper?: Wrapper | undefined;
  /** Moves entries about the output to the places in the document that are to blame. */
  place(entries: readonly Entry[]): Entry[];
  /** The same for entries about the Ignition config in it. */
  placeInside(entries: readonly Entry[]): Entry[];
}

/** `raw`: the Ignition config alone, whatever the variant is. */
export function frameFor(
  { base, wrapper }: Spec,
  sources: Sources,
  raw: boolean,
): Frame {
  if (raw || !wrapper) {
    const place = moved((path) => sources.find(path));
    return { place, placeInside: place };
  }
  const { at } = wrapper;
  const { config } = base.ignition;
  const find = (path: Path) =>
    sources.trace(path, (value, place) => isNoted(config, value, place)) ??
    // Upstream leaves what it has no note of at its place in the output.
    inDocument([...at, ...path]);
  return {
    wrapper,
    place: moved((path) =>
      startsWith(path, at) ? find(path.slice(at.length)) : inDocument(path),
    ),
    placeInside: moved(find),
  };
}

function moved(find: (path: Path) => Path) {
  return (entries: readonly Entry[]) =>
    entries.map((one) => ({ ...one, path: find(one.path) }));
}
