import { fromByteString, toByteString } from "../utf8";
import type { UnitProblem } from "./parse";

/** systemd cuts longer lines off, so Ignition refuses them. In bytes. */
const lineMax = 2048;
/** Size of the buffer upstream reads through. */
const bufferSize = 4096;

/**
 * Walks through the text of a unit file.
 *
 * Upstream looks for long lines only in what its buffer holds at that moment, so which long line is refused
 * depends on where the buffer was filled. To answer the same, `filled` follows that buffer. A text of fewer
 * bytes than the limit never needs it.
 */
export class UnitReader {
  /** The text with one character per byte: offsets are upstream's. Plain ASCII is that already. */
  readonly #bytes: string;
  readonly #wide: boolean;
  #at = 0;
  #filled = 0;
  #newline = -1;

  constructor(text: string) {
    this.#wide = !/^[\u0000-\u007f]*$/.test(text); // eslint-disable-line no-control-regex -- all of ASCII
    this.#bytes = this.#wide ? toByteString(text) : text;
  }

  /** Whether the buffer begins with a line that is longer than systemd reads. */
  lineTooLong(): boolean {
    if (this.#filled - this.#at < lineMax) return false;
    if (this.#newline < this.#at) this.#newline = this.#nextNewline();
    return this.#newline >= this.#at + lineMax;
  }

  /** The next character, or nothing at the end. */
  peek(): string | undefined {
    const size = this.#runeSize();
    if (this.#at + size > this.#filled) this.#fill();
    if (this.#at >= this.#bytes.length) return undefined;
    return this.#text(this.#at, this.#at + size);
  }

  /** Steps over the character `peek` has shown. */
  take(): void {
    this.#at += this.#runeSize();
  }

  /** Text up to a character, which is stepped over; nothing when it does not come. */
  takeUntil(character: string): string | undefined {
    const start = this.#at;
    const found = this.#readTo(character);
    return found ? this.#text(start, this.#at - 1) : undefined;
  }

  /** The rest of the line without its end, and whether the text ends with it. */
  takeLine(): { text: string; last: boolean } {
    const start = this.#at;
    const found = this.#readTo("\n");
    if (found) return { text: this.#text(start, this.#at - 1), last: false };
    const text = this.#text(start, this.#at);
    // A carriage return is taken off only where no line feed follows.
    return { text: text.replace(/\r$/, ""), last: true };
  }

  /** Text up to `=`, which has to come on the same line. */
  takeOptionName(): string | { problem: UnitProblem } {
    const start = this.#at;
    for (;;) {
      const character = this.peek();
      if (character === undefined) return { problem: "unfinished-option" };
      if (character === "\n" || character === "\r") {
        return { problem: "line-without-equals" };
      }
      this.take();
      if (character === "=") return this.#text(start, this.#at - 1);
    }
  }

  #nextNewline(): number {
    const feed = this.#bytes.indexOf("\n", this.#at);
    const end = feed < 0 ? this.#bytes.length + lineMax : feed;
    const back = this.#bytes.slice(this.#at, end).indexOf("\r");
    return back < 0 ? end : this.#at + back;
  }

  #readTo(character: string): boolean {
    const found = this.#bytes.indexOf(character, this.#at);
    while (found < 0 || found >= this.#filled) {
      if (this.#filled - this.#at >= bufferSize) {
        this.#at = this.#filled;
      } else if (!this.#fill()) {
        this.#at = this.#filled;
        return false;
      }
    }
    this.#at = found + 1;
    return true;
  }

  /** Moves what is left to the buffer's start and reads on behind it. */
  #fill(): boolean {
    const before = this.#filled;
    this.#filled = Math.min(this.#at + bufferSize, this.#bytes.length);
    return this.#filled > before;
  }

  #runeSize(): number {
    if (!this.#wide) return 1;
    const lead = this.#bytes.charCodeAt(this.#at);
    return lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }

  #text(start: number, end: number): string {
    const piece = this.#bytes.slice(start, end);
    return this.#wide ? fromByteString(piece) : piece;
  }
}
