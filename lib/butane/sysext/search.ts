import {
  categories,
  type Category,
  type Extension,
  type ExtensionKind,
} from "./extension";
import { extensions } from "./extensions";

/** What a search leaves out beforehand. */
export interface SearchFilter {
  readonly category?: Category;
  readonly kind?: ExtensionKind;
}

/** One extension's words, in lower case, cut up once. */
interface Entry {
  readonly extension: Extension;
  readonly id: string;
  readonly title: string;
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  readonly category: readonly string[];
  readonly tools: readonly string[];
  readonly summary: readonly string[];
  readonly everything: string;
}

const entries: readonly Entry[] = extensions.map(entryOf);

/**
 * Finds extensions by name, other names, category, tools and paths. Every word of the query has to appear somewhere;
 * what it is called counts more than what it ships, and the beginning of a word more than its middle. Best first;
 * an empty query finds everything in the order of the list.
 */
export function searchExtensions(
  query: string,
  filter: SearchFilter = {},
): readonly Extension[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return entries
    .filter(
      ({ extension }) =>
        (!filter.category || extension.category === filter.category) &&
        (!filter.kind || extension.kind === filter.kind),
    )
    .map((entry) => ({ entry, score: score(entry, words) }))
    .filter((found) => found.score !== null)
    .sort((one, other) => (other.score ?? 0) - (one.score ?? 0))
    .map(({ entry }) => entry.extension);
}

function score(entry: Entry, words: readonly string[]): number | null {
  let sum = 0;
  for (const word of words) {
    const points = pointsFor(entry, word);
    if (points === 0) return null;
    sum += points;
  }
  return sum;
}

function pointsFor(entry: Entry, word: string): number {
  const begins = (candidate: string) => candidate.startsWith(word);
  if (entry.id === word) return 100;
  if (entry.title === word) return 95;
  if (entry.id.startsWith(word)) return 80;
  if (entry.aliases.includes(word)) return 75;
  if (entry.tools.includes(word)) return 70;
  if (entry.names.some(begins)) return 60;
  if (entry.aliases.some(begins)) return 50;
  if (entry.category.some(begins)) return 45;
  if (entry.tools.some(begins)) return 40;
  if (entry.summary.some(begins)) return 30;
  return entry.everything.includes(word) ? 10 : 0;
}

function entryOf(extension: Extension): Entry {
  const { id, title, summary, ships } = extension;
  const aliases = (extension.aliases ?? []).map((each) => each.toLowerCase());
  const category = categories[extension.category].toLowerCase();
  return {
    extension,
    id,
    title: title.toLowerCase(),
    names: [...wordsOf(id), ...wordsOf(title)],
    aliases: [...aliases, ...aliases.flatMap(wordsOf)],
    category: wordsOf(category),
    // `/usr/bin/kubectl` is looked for as `kubectl`, `docker.socket` as it is.
    tools: ships.flatMap((each) =>
      each
        .toLowerCase()
        .split(/[\s,()]+/)
        .map((part) => part.slice(part.lastIndexOf("/") + 1)),
    ),
    summary: wordsOf(summary),
    everything: [id, title, ...aliases, category, summary, ...ships]
      .join("\n")
      .toLowerCase(),
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
