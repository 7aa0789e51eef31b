import type { Catalogue } from "@/lib/butane";
import { readCatalogue } from "./read-catalogue";

/** What a server tells the page about its catalogue. */
export interface CatalogueAnswer {
  /** The last good one; `null` where the built-in one is all there is. */
  readonly catalogue: Catalogue | null;
  /** When it was last tried to refresh it, as ISO 8601. */
  readonly checked: string | null;
  /** Why the last try failed; a sentence without its full stop. */
  readonly problem: string | null;
}

/**
 * Reads an answer, or a catalogue that stands as a file beside the page, where no server is behind it. `null` for
 * anything else.
 */
export function readAnswer(value: unknown): CatalogueAnswer | null {
  const file = readCatalogue(value);
  if (file) return { catalogue: file, checked: null, problem: null };
  if (typeof value !== "object" || value === null) return null;
  const { catalogue, checked, problem } = value as Record<string, unknown>;
  const read = catalogue === null ? null : readCatalogue(catalogue);
  if (catalogue !== null && !read) return null;
  return {
    catalogue: read,
    checked:
      typeof checked === "string" && Number.isFinite(Date.parse(checked))
        ? checked
        : null,
    problem: typeof problem === "string" ? problem.slice(0, 300) : null,
  };
}
