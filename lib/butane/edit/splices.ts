import type { Lines } from "./lines";

/** That a change cannot be made by replacing pieces of the text; a larger piece is then written anew. */
export class NoSplice extends Error {}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Collects replacements in a text and makes them all at once. */
export class Splices {
  private readonly list: Splice[] = [];

  constructor(readonly lines: Lines) {}

  replace(start: number, end: number, text: string): void {
    this.list.push({ start, end, text });
  }

  /** Puts lines before a line of the text, or behind its last one. */
  insertLines(before: number, added: readonly string[]): void {
    if (added.length === 0) return;
    const { lines } = this;
    const text = added.join(lines.newline);
    const at = lines.start(before);
    const open = before >= lines.count;
    this.replace(at, at, open ? lines.newline + text : text + lines.newline);
  }

  /** Takes lines away. Where the text ends without a line end, it does so afterwards. */
  removeLines(first: number, end: number): void {
    const { lines } = this;
    if (end >= lines.count && first > 0)
      this.replace(lines.end(first - 1), lines.text.length, "");
    else this.replace(lines.start(first), lines.start(end), "");
  }

  /** The text with all replacements. Those at one place are made in the order they came. */
  apply(): string {
    const { text } = this.lines;
    const sorted = [...this.list].sort(
      (one, other) => one.start - other.start || one.end - other.end,
    );
    let made = "";
    let at = 0;
    for (const { start, end, text: added } of sorted) {
      if (start < at) throw new NoSplice();
      made += text.slice(at, start) + added;
      at = end;
    }
    return made + text.slice(at);
  }
}
