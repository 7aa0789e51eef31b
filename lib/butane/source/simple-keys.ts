import type { Cursor } from "./cursor";
import { SyntaxProblem } from "./syntax-problem";

/** A place where a key without `?` may have begun; only the `:` behind it tells. */
export interface SimpleKey {
  possible: boolean;
  /** Whether the block's indentation leaves no other reading than a key. */
  required: boolean;
  /** The number of the token that begins the key, counted from the first token of the text. */
  tokenNumber: number;
  start: number;
  line: number;
  lineStart: number;
}

/** YAML lets a key without `?` be this long, so that a reader need not look further ahead. */
const MAX_KEY_LENGTH = 1024;

/** The candidates, one for each level of `[…]` and `{…}`, the block's own first. */
export class SimpleKeys {
  private readonly stack: SimpleKey[] = [];
  private readonly levelOf = new Map<number, number>();

  constructor(private readonly cursor: Cursor) {
    this.open(0);
  }

  get current(): SimpleKey {
    const key = this.stack.at(-1);
    if (!key) throw new RangeError("no level of keys is open");
    return key;
  }

  save(tokenNumber: number, required: boolean): void {
    this.remove();
    const key = this.current;
    key.possible = true;
    key.required = required;
    key.tokenNumber = tokenNumber;
    key.start = this.cursor.position;
    key.line = this.cursor.line;
    key.lineStart = this.cursor.lineStart;
    this.levelOf.set(tokenNumber, this.stack.length - 1);
  }

  /** Gives the current candidate up; fails when it had to be a key. */
  remove(): void {
    const key = this.current;
    if (!key.possible) return;
    if (key.required) throw this.missingColon(key);
    this.take(key);
  }

  /** The candidate has become a key. */
  take(key: SimpleKey): void {
    key.possible = false;
    this.levelOf.delete(key.tokenNumber);
  }

  open(tokenNumber: number): void {
    const { position: start, line, lineStart } = this.cursor;
    const place = { tokenNumber, start, line, lineStart };
    this.stack.push({ possible: false, required: false, ...place });
  }

  /**
   * Forgets the level's token even where it is the one that a key on the level outside has, as upstream does: that
   * decides how far it reads ahead after `[]`.
   */
  close(): void {
    if (this.stack.length === 1) return;
    const key = this.stack.pop();
    if (key) this.levelOf.delete(key.tokenNumber);
  }

  /** Whether a token may yet turn out to begin a key. */
  mayBegin(tokenNumber: number): boolean {
    const level = this.levelOf.get(tokenNumber);
    const key = level === undefined ? undefined : this.stack[level];
    return key !== undefined && this.isValid(key);
  }

  /** Whether the candidate can still be a key; fails when it had to be one and the line or the limit has passed. */
  isValid(key: SimpleKey): boolean {
    if (!key.possible) return false;
    if (key.line === this.cursor.line && !this.isTooLong(key)) return true;
    if (key.required) throw this.missingColon(key);
    key.possible = false;
    return false;
  }

  /** The limit counts characters, of which some are two code units; only a key near the limit needs the count. */
  private isTooLong({ start }: SimpleKey): boolean {
    const { input, position } = this.cursor;
    let length = position - start;
    if (length <= MAX_KEY_LENGTH) return false;
    if (length > 2 * MAX_KEY_LENGTH) return true;
    for (let at = start; at < position; at++) {
      if (input.charCodeAt(at) >> 10 === 0x37) length--; // the second half of a pair
    }
    return length > MAX_KEY_LENGTH;
  }

  private missingColon({ start }: SimpleKey): SyntaxProblem {
    const end = this.cursor.lineEnd(start);
    return new SyntaxProblem(start, end, "a ':' is missing after this key");
  }
}
