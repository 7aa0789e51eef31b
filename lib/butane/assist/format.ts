import { parse, type YamlNode } from "../source";
import { readLines, type Frame, type TextLine } from "./lines";

/**
 * Lays a document out the usual way: two columns a level, lists indented below their key, one blank behind colons and
 * dashes, no blanks at the ends of lines, no two empty lines in a row.
 *
 * Changes nothing but white space, and never what the document means; a text for which that cannot be shown comes back
 * as it is, broken YAML among it.
 *
 * @example
 * formatText("a:\n- b:   1\n"); // "a:\n  - b: 1\n"
 */
export function formatText(text: string): string {
  if (parse(text).report.length > 0) return text;
  const neat = new Formatter(text).text();
  return sameInk(text, neat) && sameMeaning(text, neat) ? neat : text;
}

const STEP = 2;

class Formatter {
  readonly #lines: readonly TextLine[];
  readonly #columns = new Map<Frame, number>();
  /** How far the lines of a text or of braces move, by the line that opens them. */
  readonly #moves = new Map<number, number>();
  /** For every line the index of the next one that is neither empty nor a comment. */
  readonly #next: number[] = [];
  /** What was open after the last key or item. */
  #before: Frame | null = null;
  /** How far each block of text is indented, by the line that opens it. */
  readonly #indents = new Map<number, number>();

  constructor(private readonly source: string) {
    this.#lines = readLines(source);
    let next = this.#lines.length;
    for (let index = next - 1; index >= 0; index--) {
      this.#next[index] = next;
      const { kind, opener, column, start, end } = this.#lines[index]!;
      if (kind !== "blank" && kind !== "comment") next = index;
      // From the end, so that the first line of a block has the last word.
      if (kind === "text" && column < end - start)
        this.#indents.set(opener!, column);
    }
  }

  text(): string {
    const out: string[] = [];
    for (const [index, line] of this.#lines.entries()) {
      const said = this.#line(line, index);
      const twice = said === "" && line.kind === "blank" && out.at(-1) === "";
      if (!twice && !(said === "" && out.length === 0)) out.push(said);
    }
    while (out.at(-1) === "" && out.length > 1) out.pop();
    const feed = this.source.includes("\r\n") ? "\r\n" : "\n";
    return this.source.trim() === "" ? this.source : out.join(feed) + feed;
  }

  #line(line: TextLine, index: number): string {
    const said = this.source.slice(line.start, line.end);
    switch (line.kind) {
      case "blank":
        return "";
      case "comment":
        return /^\s*#/.test(said)
          ? " ".repeat(this.#columnOfComment(line, index)) + said.trim()
          : said.trimEnd();
      case "text":
        return this.#text(said, line.opener!);
      case "flow":
        return shifted(said, this.#move(line.opener!)).trimEnd();
      case "loose":
        return shifted(said, this.#move(line.frame?.line ?? index)).trimEnd();
      case "entry":
        return this.#entry(line, index);
    }
  }

  #entry({ start, end, key, value, frame, column }: TextLine, index: number) {
    this.#before = frame;
    const first = this.#firstFrame(frame, index);
    const at = first ? this.#column(first) : 0;
    this.#moves.set(
      index,
      (frame ? this.#column(frame) : 0) - (frame?.column ?? 0),
    );
    const dashes = this.source
      .slice(start + column, (key ?? value)!.start)
      .replace(/\s+/g, " ");
    const name = key ? this.source.slice(key.start, key.end) : "";
    const said = value ? this.source.slice(value.start, value.end) : "";
    const comment = this.source.slice(value?.end ?? end, end).trimEnd();
    const colon = key ? (said ? ": " : ":") : "";
    return (" ".repeat(at) + dashes + name + colon + said + comment).trimEnd();
  }

  /** The outermost of the frames that begin on a line. */
  #firstFrame(frame: Frame | null, index: number): Frame | null {
    let first = frame;
    while (first?.parent?.line === index) first = first.parent;
    return first;
  }

  /** Where a key or a dash goes: a step deeper than what it stands in. */
  #column(frame: Frame): number {
    const known = this.#columns.get(frame);
    if (known !== undefined) return known;
    const column = frame.parent ? this.#column(frame.parent) + STEP : 0;
    this.#columns.set(frame, column);
    return column;
  }

  /** The lines of a text keep their indentation among each other. */
  #text(said: string, opener: number): string {
    const header = this.#lines[opener]!;
    const { start, end } = header.value!;
    if (!/^(?:[&!]\S*\s+)*[|>]/.test(this.source.slice(start, end)))
      return shifted(said, this.#move(opener));
    const digit = /\d/.test(this.source.slice(start, end));
    const own = this.#indents.get(opener) ?? 0;
    const wanted = this.#column(header.frame!) + STEP;
    // With a digit the text counts from its key, and keeps its distance.
    const move = digit ? this.#move(opener) : wanted - own;
    if (said.trim() === "" && said.length <= own) return "";
    return shifted(said, move);
  }

  #move(opener: number): number {
    return this.#moves.get(opener) ?? 0;
  }

  /** A comment stands where the line stands that it belongs to: the next one of its column, else the one before. */
  #columnOfComment(comment: TextLine, index: number): number {
    const after = this.#lines[this.#next[index]!];
    if (after && (after.kind !== "entry" || after.column === comment.column))
      return this.#shiftedColumn(after, comment);
    let frame = this.#before;
    while (frame && frame.column > comment.column) frame = frame.parent;
    if (frame)
      return (
        this.#column(frame) + Math.min(STEP, comment.column - frame.column)
      );
    return after ? this.#shiftedColumn(after, comment) : 0;
  }

  #shiftedColumn({ frame, kind }: TextLine, comment: TextLine): number {
    if (kind !== "entry" || !frame) return comment.column;
    const first = this.#firstFrame(frame, frame.line);
    return first ? this.#column(first) : 0;
  }
}

function shifted(said: string, move: number): string {
  if (move >= 0) return said === "" ? said : " ".repeat(move) + said;
  const blanks = said.search(/\S|$/);
  return said.slice(Math.min(blanks, -move));
}

/** Whether two texts have the same characters besides white space, comments among them. */
function sameInk(one: string, other: string): boolean {
  return one.replace(/\s+/g, "") === other.replace(/\s+/g, "");
}

function sameMeaning(one: string, other: string): boolean {
  const [before, after] = [parse(one), parse(other)];
  if (after.report.length > 0) return false;
  if (!before.root || !after.root) return before.root === after.root;
  return same(before.root, after.root);
}

function same(one: YamlNode, other: YamlNode): boolean {
  if (one.kind !== other.kind || one.tag !== other.tag) return false;
  if (one.kind === "alias") return one.name === (other as typeof one).name;
  if (one.kind === "scalar") return one.value === (other as typeof one).value;
  if (one.kind === "sequence") {
    const { items } = other as typeof one;
    return (
      one.items.length === items.length &&
      one.items.every((item, index) => same(item, items[index]!))
    );
  }
  const { pairs } = other as typeof one;
  return (
    one.pairs.length === pairs.length &&
    one.pairs.every(
      ({ key, value }, index) =>
        same(key, pairs[index]!.key) && same(value, pairs[index]!.value),
    )
  );
}
