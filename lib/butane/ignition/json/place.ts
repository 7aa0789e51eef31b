import type { Path } from "../../path";
import type { Entry, Position, Range } from "../../report";
import { byteLength, bytesOfUnit } from "../../utf8";
import type { JsonNode } from "./parse";
import { memberOf } from "./unused-keys";

/** Adds to an entry where its value stands: the deepest value on its path that is there. */
export function placeEntry(entry: Entry, root: JsonNode, text: string): Entry {
  const range = rangeOf(root, entry.path, entry.code === "unused-key");
  let table = tables.get(root);
  if (!table) tables.set(root, (table = tableOf(text)));
  return { ...entry, range: toRange(text, table, ...range) };
}

/** A range of one character; nothing where upstream, too, has no place: at the end of the text. */
export function rangeAt(text: string, offset: number): Range | undefined {
  return offset < text.length
    ? toRange(text, tableOf(text), offset, offset + 1)
    : undefined;
}

function rangeOf(
  root: JsonNode,
  path: Path,
  wantsKey: boolean,
): [start: number, end: number] {
  let node = root;
  for (const [index, key] of path.entries()) {
    if (wantsKey && index === path.length - 1 && node.kind === "object") {
      const member = memberOf(node, String(key));
      if (member) return [member.keyStart, member.keyEnd];
    }
    const inner = childOf(node, key);
    if (!inner) break;
    node = inner;
  }
  // Upstream counts what is in braces and brackets from behind them.
  const inside = node.kind === "object" || node.kind === "array";
  return [inside ? node.start + 1 : node.start, node.end];
}

function childOf(node: JsonNode, key: string | number): JsonNode | undefined {
  if (node.kind === "object" && typeof key === "string") {
    return memberOf(node, key)?.value;
  }
  return node.kind === "array" ? node.items[Number(key)] : undefined;
}

/** What the lines and columns of a text are found with: built once, because a text may have an entry in every word. */
interface Table {
  readonly lineStarts: readonly number[];
  /** How many bytes come before each block; nothing where every character is one. */
  readonly bytes?: Uint32Array;
}

const tables = new WeakMap<JsonNode, Table>();
const BLOCK = 256;

function tableOf(text: string): Table {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    lineStarts.push(at + 1);
  }
  if (byteLength(text) === text.length) return { lineStarts };
  const bytes = new Uint32Array(Math.floor(text.length / BLOCK) + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (at % BLOCK === 0) bytes[at / BLOCK] = count;
    count += bytesOfUnit(text, at);
  }
  if (text.length % BLOCK === 0) bytes[text.length / BLOCK] = count;
  return { lineStarts, bytes };
}

function toRange(
  text: string,
  table: Table,
  start: number,
  end: number,
): Range {
  return {
    start: positionAt(text, table, start),
    end: positionAt(text, table, end),
  };
}

/** Lines count from 1, and so do columns: in bytes, as Ignition prints them. */
function positionAt(text: string, table: Table, offset: number): Position {
  const { lineStarts } = table;
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  const before = bytesBefore(text, table, offset);
  const column = before - bytesBefore(text, table, lineStarts[low]!) + 1;
  return { line: low + 1, column, offset };
}

function bytesBefore(text: string, { bytes }: Table, offset: number): number {
  if (!bytes) return offset;
  const block = Math.floor(offset / BLOCK);
  let count = bytes[block] ?? 0;
  for (let at = block * BLOCK; at < offset; at++) {
    count += bytesOfUnit(text, at);
  }
  return count;
}
