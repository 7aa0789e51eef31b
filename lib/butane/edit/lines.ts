/** A text by its lines, counted from 0. Lines break where YAML 1.1 breaks them. */
export class Lines {
  private readonly starts: number[];
  /** How this text ends its lines. */
  readonly newline: string;

  constructor(readonly text: string) {
    this.starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
    const breaks = /\r\n|[\n\r\u0085\u2028\u2029]/g;
    const first = /\r\n|\n|\r/.exec(text)?.[0];
    while (breaks.exec(text)) this.starts.push(breaks.lastIndex);
    this.newline = first ?? "\n";
  }

  get count(): number {
    return this.starts.length;
  }

  /** The offset where a line begins; behind the last line, where the text ends. */
  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** The offset of the break at a line's end. */
  end(line: number): number {
    let end = this.start(line + 1);
    if (line + 1 >= this.count) return end;
    if (this.text[end - 1] === "\n" && this.text[end - 2] === "\r") end--;
    return end - 1;
  }

  content(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  column(offset: number): number {
    return offset - this.start(this.lineAt(offset));
  }

  isBlank(line: number): boolean {
    return /^[ \t]*$/.test(this.content(line));
  }

  /** The column of a comment that has the line for itself, or -1. */
  commentColumn(line: number): number {
    return this.content(line).search(/(?<=^[ \t]*)#/);
  }
}
