import { codeAt, isBreak, isLineEnd } from "./characters";
import { SyntaxProblem } from "./syntax-problem";

/** A place in the text that moves forward and knows its line. */
export class Cursor {
  position: number;
  line = 0;
  lineStart: number;
  /** Line breaks since the last character that is not blank. Decides whether a comment belongs to the token before it. */
  breaks = 0;

  /** The text itself and no copy of it: values are slices, which would keep the copy as long as they are kept. */
  constructor(readonly input: string) {
    this.position = input.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.lineStart = this.position;
  }

  get code(): number {
    return codeAt(this.input, this.position);
  }

  get column(): number {
    return this.position - this.lineStart;
  }

  peek(distance: number): number {
    return codeAt(this.input, this.position + distance);
  }

  /** Passes characters of which none is a break and the last is not blank. */
  skip(count = 1): void {
    this.position += count;
    this.breaks = 0;
  }

  /** Passes one line break and answers what it counts for in a value. */
  readBreak(): string {
    const code = this.code;
    const pair = code === 0x0d && this.peek(1) === 0x0a;
    this.position += pair ? 2 : 1;
    this.line++;
    this.lineStart = this.position;
    this.breaks++;
    return code === 0x2028 || code === 0x2029
      ? String.fromCharCode(code)
      : "\n";
  }

  /** Counts the end of the text as a break, so that no key reaches over it. */
  endLine(): void {
    if (this.column === 0) return;
    this.line++;
    this.lineStart = this.position;
  }

  /** Passes the rest of the line, up to its break. */
  skipLine(): void {
    this.position = this.lineEnd(this.position);
    this.breaks = 0;
  }

  lineEnd(from: number): number {
    let at = from;
    while (!isLineEnd(codeAt(this.input, at))) at++;
    return at;
  }

  /** Whether a line that begins here is `---` or `...`. */
  atDocumentMark(): boolean {
    if (this.position !== this.lineStart) return false;
    const code = this.code;
    if (code !== 0x2d && code !== 0x2e) return false;
    const after = this.peek(3);
    return (
      this.peek(1) === code &&
      this.peek(2) === code &&
      (after === 0x20 || after === 0x09 || isLineEnd(after))
    );
  }

  /** The mistake is at this one character. */
  problemHere(reason: string): SyntaxProblem {
    const at = this.position;
    const width = isBreak(this.code) ? 0 : 1;
    return new SyntaxProblem(at, at + width, reason);
  }

  /** The mistake is all that stands between `start` and here. */
  problemSince(start: number, reason: string): SyntaxProblem {
    return new SyntaxProblem(start, Math.max(this.position, start + 1), reason);
  }
}
