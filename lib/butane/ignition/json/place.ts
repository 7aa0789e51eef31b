import type { Path } from "../../path";
import type { Entry, Position, Range } from "../../report";
import { byteLength } from "../../utf8";
import type { JsonNode } from "./parse";
import { memberOf } from "./unused-keys";

/** Adds to an entry where its value stands: the deepest value on its path that is there. */
export function placeEntry(entry: Entry, root: JsonNode, text: string): Entry {
  const range = rangeOf(root, entry.path, entry.code === "unused-key");
  return { ...entry, range: toRange(text, ...range) };
}

/** A range of one character; nothing where upstream, too, has no place: at the end of the text. */
export function rangeAt(text: string, offset: number): Range | undefined {
  return offset < text.length ? toRange(text, offset, offset + 1) : undefined;
}

function rangeOf(
  root: JsonNode,
  path: Path,
  wantsKey: boolean,
): [start: number, end: number] {
  let node = root;
  for (const [index, key] of path.entries()) {
    if (wantsKey && index === path.length - 1 && node.kind === "object") {
      const member = node.members.findLast((one) => one.key === key);
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
    return memberOf(node, key);
  }
  return node.kind === "array" ? node.items[Number(key)] : undefined;
}

function toRange(text: string, start: number, end: number): Range {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

/** Lines count from 1, and so do columns: in bytes, as Ignition prints them. */
function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return {
    line: before.split("\n").length,
    column: byteLength(before.slice(lineStart)) + 1,
    offset,
  };
}
