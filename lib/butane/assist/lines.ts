/**
 * What a line of a half-written document belongs to, told by indentation alone. A document that somebody types is
 * broken most of the time, so the reader of `source` has nothing to say about it; this one never gives up.
 */
export interface TextLine {
  /** Offsets of the line, without its break. */
  readonly start: number;
  readonly end: number;
  /**
   * `entry`: a key or an item. `text`: inside a block of text. `flow`: inside braces that began on a line above.
   * `loose`: neither key nor item, such as a key that lacks its colon.
   */
  readonly kind: "blank" | "comment" | "entry" | "text" | "flow" | "loose";
  /** Column of what stands in the line, from 0. */
  readonly column: number;
  /** What is open after the line; for a loose line, what it stands in. */
  readonly frame: Frame | null;
  /** The last key on the line. */
  readonly key?: Span;
  /** What follows the colon or the dash, without a comment. */
  readonly value?: Span;
  /** Index of the line that began the text or the braces which this line is part of. */
  readonly opener?: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A key or an item that is open: what is indented deeper belongs to it. */
export interface Frame {
  readonly key: string | number;
  readonly column: number;
  readonly parent: Frame | null;
  /** Index of its line. */
  readonly line: number;
}

type Open = { readonly kind: "text" | "flow" | "quote"; readonly line: number };

const keyPattern =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#&*!|>'"%@`[\]{},-][^#:]*?|-[^\s#:][^#:]*?)\s*:(?=\s|$)/;
const blockHeader = /^(?:[&!]\S*\s+)*[|>][-+\d]*$/;

/** The last text that was read: completion, help and fixes ask for the same one many times. */
let last: {
  readonly text: string;
  readonly lines: readonly TextLine[];
} | null = null;

/** Reads every line of a text; lines end at line feeds, and a carriage return before one is not part of the line. */
export function readLines(text: string): readonly TextLine[] {
  if (last?.text !== text) last = { text, lines: read(text) };
  return last.lines;
}

function read(text: string): TextLine[] {
  const reader = new LineReader(text);
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf("\n", start);
    const stop = feed < 0 ? text.length : feed;
    reader.take(start, text[stop - 1] === "\r" ? stop - 1 : stop);
    start = stop + 1;
  }
  return reader.lines;
}

/** The keys that lead to a frame. */
export function pathOf(frame: Frame | null): (string | number)[] {
  const path: (string | number)[] = [];
  for (let one = frame; one; one = one.parent) path.push(one.key);
  return path.reverse();
}

/** The frames that stay open for a key, or for the dash of an item, that begins at a column. */
export function openAt(
  frame: Frame | null,
  column: number,
  dash = false,
): Frame | null {
  let open = frame;
  while (open && open.column >= column) {
    const below = typeof open.key === "string";
    // A list may stand right below its key, without being indented.
    if (dash && open.column === column && below) break;
    open = open.parent;
  }
  return open;
}

class LineReader {
  readonly lines: TextLine[] = [];
  #frame: Frame | null = null;
  #open: Open | null = null;
  #depth = 0;

  constructor(private readonly text: string) {}

  take(start: number, end: number): void {
    const line = this.text.slice(start, end);
    const column = line.search(/\S|$/);
    const add = (kind: TextLine["kind"], more?: Partial<TextLine>) =>
      this.lines.push({
        start,
        end,
        kind,
        column,
        frame: this.#frame,
        ...more,
      });
    if (this.#open && this.#continues(line, column)) {
      const { kind, line: opener } = this.#open;
      add(kind === "flow" ? "flow" : "text", { opener });
      if (kind !== "text") this.#closes(line, kind);
      return;
    }
    this.#open = null;
    if (column === line.length) add("blank");
    else if (line[column] === "#") add("comment");
    else if (/^(?:---|\.\.\.)(?:\s|$)|^%/.test(line)) {
      this.#frame = null;
      add("comment");
    } else this.#content(start, line, column);
  }

  /** Whether a line is part of what began above: a block of text, braces or a quoted text. */
  #continues(line: string, column: number): boolean {
    if (this.#open?.kind !== "text") return true;
    return column === line.length || column > (this.#frame?.column ?? -1);
  }

  #closes(line: string, kind: "flow" | "quote"): void {
    if (kind === "flow") this.#depth += flowDepth(line);
    const closed = kind === "flow" ? this.#depth <= 0 : /["']\s*$/.test(line);
    if (closed) this.#open = null;
  }

  #content(start: number, line: string, column: number): void {
    let at = column;
    let items = 0;
    while (/^-(?:\s|$)/.test(line.slice(at))) {
      this.#item(at, items === 0);
      items++;
      at += 1;
      at += line.slice(at).search(/\S|$/);
    }
    const found = keyPattern.exec(line.slice(at));
    const key = found?.[1];
    if (key !== undefined) this.#key(unquoted(key), at, items > 0);
    else if (items === 0) this.#frame = openAt(this.#frame, column);
    const from = key === undefined ? at : at + found![0].length;
    const value = span(start, line, from);
    const said = this.text.slice(value.start, value.end);
    this.lines.push({
      start,
      end: start + line.length,
      kind: key === undefined && items === 0 ? "loose" : "entry",
      column,
      frame: this.#frame,
      ...(key !== undefined && {
        key: { start: start + at, end: start + at + key.length },
      }),
      value,
    });
    this.#open = this.#opens(said);
  }

  #item(column: number, first: boolean): void {
    const before = first ? openAt(this.#frame, column + 1) : this.#frame;
    const sibling =
      first && before?.column === column && typeof before.key === "number"
        ? before
        : null;
    this.#frame = {
      key: sibling ? (sibling.key as number) + 1 : 0,
      column,
      parent: sibling ? sibling.parent : openAt(before, column, true),
      line: this.lines.length,
    };
  }

  #key(key: string, column: number, inItem: boolean): void {
    this.#frame = {
      key,
      column,
      parent: inItem ? this.#frame : openAt(this.#frame, column),
      line: this.lines.length,
    };
  }

  #opens(value: string): Open | null {
    const line = this.lines.length - 1;
    if (blockHeader.test(value)) return { kind: "text", line };
    if (opensFlow.test(value)) {
      this.#depth = flowDepth(value);
      return this.#depth > 0 ? { kind: "flow", line } : null;
    }
    const quote = /^["']/.exec(value)?.[0];
    const open = quote && !new RegExp(`^${quote}.*${quote}$`).test(value);
    return open ? { kind: "quote", line } : null;
  }
}

/** An anchor or a tag may stand before braces. */
const opensFlow = /^(?:[&!]\S*\s+)*(?=[[{])/;

/** Where the braces or brackets of a value open, if it has any. */
export function flowStart(text: string, value: Span): number | undefined {
  const found = opensFlow.exec(text.slice(value.start, value.end));
  return found ? value.start + found[0].length : undefined;
}

/** How many braces and brackets of a line stay open; those in quotes do not count. */
function flowDepth(line: string): number {
  const bare = line
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, "")
    .replace(/\s#.*$/, "");
  return (
    (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0)
  );
}

/** The rest of a line from a column on, without blanks around it and without a comment. */
function span(start: number, line: string, from: number): Span {
  const rest = line.slice(from);
  const lead = rest.search(/\S|$/);
  const said = rest.slice(lead);
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(said)?.[0];
  const bare = quoted ?? said.replace(/(?:^|\s+)#.*$/, "").trimEnd();
  const begin = start + from + lead;
  return { start: begin, end: begin + bare.length };
}

/** A key without the quotes around it; what is escaped between them stays as it was typed. */
export function unquoted(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key;
}
