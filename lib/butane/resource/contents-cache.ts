import type { EncodedResource } from "./encode";

/**
 * Remembers what texts became as data URLs, from one run to the next: of a document that is typed, one text in many
 * changes between two keys, and compressing them is a third of the work. Only what the last two runs used is kept.
 */
export class ContentsCache {
  #last = new Map<string, EncodedResource>();
  #now = new Map<string, EncodedResource>();

  /** Begins a run: what the run before the last one used is forgotten. */
  turn(): void {
    this.#last = this.#now;
    this.#now = new Map();
  }

  /** What a text became, made by `encode` where it is not known. Texts beyond 64 Ki characters are always made anew. */
  get(text: string, encode: () => EncodedResource): EncodedResource {
    if (text.length > longest) return encode();
    const known = this.#now.get(text) ?? this.#last.get(text) ?? encode();
    this.#now.set(text, known);
    return known;
  }
}

// A longer one is rare, and may have been compressed with less effort because of others in its document.
const longest = 64 * 1024;
