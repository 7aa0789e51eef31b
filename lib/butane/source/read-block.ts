import {
  kinds,
  misplaced,
  type BlockMapFrame,
  type ListFrame,
  type Reading,
} from "./frames";
import type { Token, TokenKind } from "./token";

const BLOCK_LIST_ENDS = kinds("entry", "block-end");
const PLAIN_LIST_ENDS = kinds("entry", "key", "value", "block-end");
const MAP_ENDS = kinds("key", "value", "block-end");

/** Reads on in a list: one item, or its end. */
export function readList(reading: Reading, { form }: ListFrame): void {
  const token = reading.peek();
  const plain = form === "plain-list";
  if (token.kind === "entry") {
    return readEntry(reading, token, plain ? PLAIN_LIST_ENDS : BLOCK_LIST_ENDS);
  }
  // A plain list ends without a token of its own.
  if (plain) return reading.close();
  if (token.kind === "block-end") {
    reading.take();
    return reading.close();
  }
  throw misplaced(token, "this line is no item of the list above");
}

function readEntry(
  reading: Reading,
  dash: Token,
  ends: ReadonlySet<TokenKind>,
): void {
  const after = reading.skip();
  if (ends.has(after.kind)) reading.empty(dash.end);
  else reading.node("block");
}

/** Reads on in a mapping: a key, a value, or its end. */
export function readMap(reading: Reading, { key }: BlockMapFrame): void {
  const token = reading.peek();
  if (key) {
    if (token.kind === "value") readBehind(reading, token);
    else reading.empty(token.start);
  } else if (token.kind === "key") {
    readBehind(reading, token);
  } else if (token.kind === "block-end") {
    reading.take();
    reading.close();
  } else throw misplaced(token, NO_KEY.get(token.kind) ?? "a key is missing");
}

function readBehind(reading: Reading, mark: Token): void {
  const after = reading.skip();
  if (MAP_ENDS.has(after.kind)) reading.empty(mark.end);
  else reading.node("value");
}

const DEPTH = "this line is not as deep as the lines that it belongs to";
const NO_KEY = new Map<TokenKind, string>([
  ["block-mapping", DEPTH],
  ["block-sequence", DEPTH],
  ["entry", "a list item stands among keys"],
  ["scalar", "a ':' is missing, or this line is not as deep as it should be"],
]);
