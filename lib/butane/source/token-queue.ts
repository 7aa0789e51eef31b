import type { Token } from "./token";

/** Tokens that were scanned and not yet taken. Each has a number: how many came before it in the text. */
export class TokenQueue {
  private tokens: Token[] = [];
  private head = 0;
  /** The number of the first token in the queue. */
  taken = 0;

  get length(): number {
    return this.tokens.length - this.head;
  }

  get first(): Token | undefined {
    return this.tokens[this.head];
  }

  get last(): Token | undefined {
    return this.tokens.at(-1);
  }

  /** The number that the next token will have. */
  get nextNumber(): number {
    return this.taken + this.length;
  }

  push(token: Token): void {
    this.tokens.push(token);
  }

  /** Makes this token the one with that number. If that one was taken already, it comes too late, as upstream: last. */
  insert(number: number, token: Token): void {
    const at = this.head + number - this.taken;
    if (at < this.head || at >= this.tokens.length) this.tokens.push(token);
    else this.tokens.splice(at, 0, token);
  }

  take(): void {
    this.taken++;
    this.head++;
    if (this.head < 256) return;
    this.tokens.splice(0, this.head);
    this.head = 0;
  }
}
