import {
  AMPERSAND,
  AT,
  BACKTICK,
  BANG,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  isGap,
  isNameCharacter,
  OPEN_BRACE,
  OPEN_BRACKET,
  PERCENT,
  PIPE,
  QUESTION,
  QUOTE,
  STAR,
  TAB,
} from "./characters";
import { Cursor } from "./cursor";
import { scanBlock } from "./scan-block";
import { scanDirective } from "./scan-directive";
import { scanPlain } from "./scan-plain";
import { scanQuoted } from "./scan-quoted";
import { scanTag } from "./scan-tag";
import { SimpleKeys } from "./simple-keys";
import { skipGap, skipLineComment } from "./skip-gap";
import { TokenQueue } from "./token-queue";
import { token, type Token, type TokenKind } from "./token";

/** As deep as upstream lets blocks and flows be nested. */
const MAX_DEPTH = 10_000;
/** Upstream keeps this many tokens ahead of the one it hands out, so mistakes there count although they are unread. */
const LOOKAHEAD = 2;

/**
 * Cuts a text into tokens, with the rules and the reach of yaml.v3's scanner (YAML 1.1, as libyaml reads it).
 *
 * Throws `SyntaxProblem` at the first mistake.
 */
export class Scanner {
  readonly cursor: Cursor;
  private readonly keys: SimpleKeys;
  private readonly tokens = new TokenQueue();
  private ready = false;
  private flowLevel = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  private keyAllowed = true;

  constructor(text: string) {
    this.cursor = new Cursor(text);
    this.keys = new SimpleKeys(this.cursor);
    const { position } = this.cursor;
    this.tokens.push(token("stream-start", position, position));
  }

  /** The next token, which stays in place. */
  peek(): Token {
    if (!this.ready) this.fill();
    const next = this.tokens.first;
    if (!next) throw new RangeError("the scanner ran dry");
    return next;
  }

  /** Takes the token that `peek` showed. */
  next(): void {
    this.ready = false;
    this.tokens.take();
  }

  /** Whether the scanner has looked at, or right before, this offset. */
  reaches(offset: number): boolean {
    return this.cursor.position + 4 > offset;
  }

  private fill(): void {
    const { tokens, keys } = this;
    while (tokens.length <= LOOKAHEAD || keys.mayBegin(tokens.taken)) {
      this.fetch();
    }
    this.ready = true;
  }

  private fetch(): void {
    const { cursor } = this;
    const gapStart = cursor.position;
    const block = this.flowLevel === 0;
    const brokeLine = skipGap(cursor, block && this.keyAllowed, block);
    if (block && brokeLine) this.keyAllowed = true;
    this.closeBlocks(cursor.column, gapStart);
    const code = cursor.code;
    if (code === 0) return this.fetchStreamEnd();
    if (cursor.column === 0 && code === PERCENT) {
      this.leaveBlocks();
      this.tokens.push(scanDirective(cursor));
      return;
    }
    if (cursor.atDocumentMark()) {
      this.leaveBlocks();
      this.push(code === DASH ? "document-start" : "document-end", 3);
      return;
    }
    this.fetchContent(code);
    // What follows a dash belongs to the entry's content, so its comment waits.
    if (this.tokens.last?.kind !== "entry") skipLineComment(cursor);
  }

  private fetchContent(code: number): void {
    const { cursor, flowLevel } = this;
    const gapAfter = isGap(cursor.peek(1));
    switch (code) {
      case OPEN_BRACKET:
        return this.openFlow("flow-sequence");
      case OPEN_BRACE:
        return this.openFlow("flow-mapping");
      case CLOSE_BRACKET:
        return this.closeFlow("flow-sequence-end");
      case CLOSE_BRACE:
        return this.closeFlow("flow-mapping-end");
      case COMMA:
        this.keys.remove();
        this.keyAllowed = true;
        return this.push("flow-entry", 1);
      case DASH:
        return gapAfter ? this.fetchEntry() : this.fetchPlain();
      case QUESTION:
        if (flowLevel > 0 || gapAfter) return this.fetchKey();
        return this.fetchPlain();
      case COLON:
        if (flowLevel > 0 || gapAfter) return this.fetchValue();
        return this.fetchPlain();
      case STAR:
        return this.fetchAnchor("alias");
      case AMPERSAND:
        return this.fetchAnchor("anchor");
      case BANG:
        this.saveKey();
        this.tokens.push(scanTag(cursor));
        return;
      case PIPE:
      case GREATER:
        if (flowLevel > 0) break;
        this.keys.remove();
        this.keyAllowed = true;
        this.tokens.push(scanBlock(cursor, this.indent));
        return;
      case QUOTE:
      case DOUBLE_QUOTE:
        this.saveKey();
        this.tokens.push(scanQuoted(cursor));
        return;
      case TAB:
        throw cursor.problemHere("a tab stands where spaces indent the line");
      case HASH:
      case PERCENT:
      case AT:
      case BACKTICK:
        break;
      default:
        return this.fetchPlain();
    }
    const character = String.fromCharCode(code);
    throw cursor.problemHere(`nothing can begin with '${character}' here`);
  }

  private push(kind: TokenKind, length: number): void {
    const { cursor } = this;
    const start = cursor.position;
    cursor.skip(length);
    this.tokens.push(token(kind, start, cursor.position));
  }

  private saveKey(): void {
    if (this.keyAllowed) {
      const required =
        this.flowLevel === 0 && this.indent === this.cursor.column;
      this.keys.save(this.tokens.nextNumber, required);
    }
    this.keyAllowed = false;
  }

  private fetchStreamEnd(): void {
    const { cursor } = this;
    cursor.endLine();
    this.leaveBlocks();
    const end = cursor.position;
    this.tokens.push(token("stream-end", end, end));
  }

  private openFlow(kind: TokenKind): void {
    this.saveKey();
    this.keys.open(this.tokens.nextNumber);
    this.flowLevel++;
    if (this.flowLevel > MAX_DEPTH) throw this.tooDeep();
    this.keyAllowed = true;
    this.push(kind, 1);
  }

  private closeFlow(kind: TokenKind): void {
    this.keys.remove();
    if (this.flowLevel > 0) {
      this.flowLevel--;
      this.keys.close();
    }
    this.keyAllowed = false;
    this.push(kind, 1);
  }

  private fetchEntry(): void {
    // A dash inside a flow is for the reader of tokens to refuse.
    if (this.flowLevel === 0) {
      this.openBlockHere("block-sequence", "a list item cannot begin here");
    }
    this.keys.remove();
    this.keyAllowed = true;
    this.push("entry", 1);
  }

  private fetchKey(): void {
    if (this.flowLevel === 0) {
      this.openBlockHere("block-mapping", "a key cannot begin here");
    }
    this.keys.remove();
    this.keyAllowed = this.flowLevel === 0;
    this.push("key", 1);
  }

  private fetchValue(): void {
    const key = this.keys.current;
    if (this.keys.isValid(key)) {
      const { tokenNumber: number, start } = key;
      this.tokens.insert(number, token("key", start, start));
      this.openBlock("block-mapping", start - key.lineStart, start, number);
      this.keys.take(key);
      this.keyAllowed = false;
    } else {
      if (this.flowLevel === 0) {
        this.openBlockHere("block-mapping", this.strayColon());
      }
      this.keyAllowed = this.flowLevel === 0;
    }
    this.push("value", 1);
  }

  /** A text over several lines is mostly a line above that lacks its ':' and took this one's key in. */
  private strayColon(): string {
    const { cursor, tokens } = this;
    const start = tokens.last?.start ?? cursor.position;
    return start < cursor.lineStart
      ? "the text before this ':' begins on a line above, where a ':' or a quote is missing"
      : "this ':' makes no key; text with ': ' in it needs quotes";
  }

  private fetchAnchor(kind: "anchor" | "alias"): void {
    this.saveKey();
    const { cursor } = this;
    const start = cursor.position;
    cursor.skip();
    while (isNameCharacter(cursor.code)) cursor.skip();
    const name = cursor.input.slice(start + 1, cursor.position);
    const ends =
      isGap(cursor.code) ||
      "?:,]}%@`".includes(cursor.input.charAt(cursor.position));
    if (name === "" || !ends) {
      const reason = `the name of an ${kind} has letters, digits, '-' and '_' only`;
      throw cursor.problemSince(start, reason);
    }
    this.tokens.push(token(kind, start, cursor.position, name));
  }

  private fetchPlain(): void {
    this.saveKey();
    const flow = this.flowLevel > 0;
    const scalar = scanPlain(this.cursor, this.indent + 1, flow);
    if (scalar.endsLine) this.keyAllowed = true;
    this.tokens.push(scalar.token);
  }

  private openBlockHere(kind: TokenKind, reason: string): void {
    const { cursor } = this;
    if (!this.keyAllowed) throw cursor.problemHere(reason);
    this.openBlock(
      kind,
      cursor.column,
      cursor.position,
      this.tokens.nextNumber,
    );
  }

  private openBlock(
    kind: TokenKind,
    column: number,
    start: number,
    number: number,
  ): void {
    if (this.flowLevel > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    if (this.indents.length > MAX_DEPTH) throw this.tooDeep();
    this.tokens.insert(number, token(kind, start, start));
  }

  private closeBlocks(column: number, at: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.tokens.push(token("block-end", at, at));
      this.indent = this.indents.pop() ?? -1;
    }
  }

  private leaveBlocks(): void {
    this.closeBlocks(-1, this.cursor.position);
    this.keys.remove();
    this.keyAllowed = false;
  }

  private tooDeep() {
    return this.cursor.problemHere(`nested deeper than ${MAX_DEPTH} levels`);
  }
}
