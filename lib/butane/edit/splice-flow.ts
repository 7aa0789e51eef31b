import type { TreeItem, TreePair } from "../emit/tree";
import type { YamlNode } from "../source";
import type { MappingChange, SequenceChange } from "./change";
import type { Collection } from "./layout";
import { NoSplice, type Splices } from "./splices";
import { flowString, type Writer } from "./writer";

/** What stands between two commas. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** Adds and removes what stands between brackets, in the lines it stands in. Changes inside are made by the caller. */
export function spliceFlow(
  splices: Splices,
  node: Collection,
  change: MappingChange | SequenceChange,
  writer: Writer,
): void {
  const { text } = splices.lines;
  if (!/[[{]/.test(text[node.content] ?? "")) throw new NoSplice();
  const parts = partsOf(node);
  const gone = parts.map((_, index) => isGone(node, change, index));
  removeParts(splices, parts, gone);
  const kept = parts.filter((_, index) => !gone[index]);
  for (const { before, text: added } of additionsOf(node, change, writer)) {
    const next = parts.findIndex((_, index) => index >= before && !gone[index]);
    if (kept.length === 0)
      splices.replace(node.content + 1, node.end - 1, added.join(", "));
    else if (next >= 0)
      insert(splices, parts[next]!.start, added, (one) => `${one}, `);
    else append(splices, node, kept.at(-1)!, added);
  }
}

function partsOf(node: Collection): Part[] {
  if (node.kind === "sequence") return [...node.items];
  return node.pairs.map(({ key, value }) => ({
    start: key.start,
    end: Math.max(key.end, value.end),
  }));
}

function isGone(
  node: Collection,
  change: MappingChange | SequenceChange,
  index: number,
): boolean {
  const inner =
    change.kind === "sequence"
      ? change.items.get(index)
      : node.kind === "mapping" && change.pairs.get(node.pairs[index]!);
  return inner ? inner.kind === "remove" : false;
}

function additionsOf(
  node: Collection,
  change: MappingChange | SequenceChange,
  writer: Writer,
): { readonly before: number; readonly text: readonly string[] }[] {
  const end = node.kind === "mapping" ? node.pairs.length : node.items.length;
  const groups = new Map<number, string[]>();
  const add = (before: number, one: string) =>
    groups.set(before, [...(groups.get(before) ?? []), one]);
  if (change.kind === "mapping")
    for (const pair of change.added) add(end, flowPair(pair, writer));
  else
    for (const { before, item } of change.added)
      add(before, flowItem(item, writer));
  return [...groups].map(([before, text]) => ({ before, text }));
}

function flowPair({ key, value }: TreePair, writer: Writer): string {
  return `${flowString(key)}: ${writer.flow(value)}`;
}

function flowItem({ value }: TreeItem, writer: Writer): string {
  return writer.flow(value);
}

/** A part goes away with the comma that parts it from what follows, the last one with the comma before it. */
function removeParts(
  splices: Splices,
  parts: readonly Part[],
  gone: readonly boolean[],
): void {
  const last = gone.lastIndexOf(false);
  for (const [index, { start }] of parts.entries()) {
    if (gone[index] && index < last)
      splices.replace(start, parts[index + 1]!.start, "");
  }
  if (last >= 0 && last < parts.length - 1)
    splices.replace(parts[last]!.end, parts.at(-1)!.end, "");
  else if (last < 0 && parts.length > 0)
    splices.replace(parts[0]!.start, parts.at(-1)!.end, "");
}

function insert(
  splices: Splices,
  at: number,
  added: readonly string[],
  form: (one: string) => string,
): void {
  splices.replace(at, at, added.map(form).join(""));
}

/** Behind the last part; on a line of its own where the last part has one. */
function append(
  splices: Splices,
  node: YamlNode,
  { start, end }: Part,
  added: readonly string[],
): void {
  const { lines } = splices;
  const line = lines.lineAt(start);
  const before = lines.text.slice(lines.start(line), start);
  const alone = /^\s*$/.test(before) && lines.lineAt(node.end) > line;
  if (!alone) return insert(splices, end, added, (one) => `, ${one}`);
  const last = lines.lineAt(end);
  const rest = lines.text.slice(end, lines.end(last));
  const comma = /^\s*,/.test(rest);
  if (!comma) splices.replace(end, end, ",");
  const fresh = added.map(
    (one, index) =>
      before + one + (comma || index < added.length - 1 ? "," : ""),
  );
  splices.insertLines(last + 1, fresh);
}
