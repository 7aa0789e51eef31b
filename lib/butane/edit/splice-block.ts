import { inReadingOrder, readingOrder } from "../emit/key-order";
import type { TreePair } from "../emit/tree";
import type { YamlMapping, YamlSequence } from "../source";
import type { MappingChange, SequenceChange } from "./change";
import type { Place } from "./layout";
import { nameOf } from "./members";
import { NoSplice, type Splices } from "./splices";
import type { Writer } from "./writer";

/** Removes and adds keys of a mapping in a block. */
export function spliceBlockMapping(
  splices: Splices,
  node: YamlMapping,
  change: MappingChange,
  places: readonly Place[],
  writer: Writer,
  struct: string | undefined,
): void {
  const gone = node.pairs.map(
    (pair) => change.pairs.get(pair)?.kind === "remove",
  );
  removePlaces(splices, places, gone);
  const isRoot = struct === "Config";
  const spaced = isRoot && isSpaced(splices, node, places);
  const order = struct ? inReadingOrder(struct, change.added) : change.added;
  for (const pair of order) {
    const column = places[0]!.column;
    const lines = writer.pair(pair.key, pair, column);
    const { after, before } = neighbours(node, gone, pair, struct);
    if (after !== undefined) {
      const blank = spaced && pair.key !== "version" ? [""] : [];
      splices.insertLines(places[after]!.end, [...blank, ...lines]);
    } else {
      const place = places[before]!;
      if (!place.alone) throw new NoSplice();
      splices.insertLines(place.first, lines);
    }
  }
}

/** The pair that a new one comes behind, in the order people read them; or the one it comes before. */
function neighbours(
  node: YamlMapping,
  gone: readonly boolean[],
  { key }: TreePair,
  struct: string | undefined,
): { readonly after?: number; readonly before: number } {
  const order = readingOrder[struct ?? ""] ?? [];
  const rank = (name: string) =>
    order.includes(name) ? order.indexOf(name) : order.length;
  const wanted = rank(key);
  let after: number | undefined;
  let highest = -1;
  for (const [index, pair] of node.pairs.entries()) {
    const found = rank(nameOf(pair.key));
    const unknown = found === order.length && wanted < order.length;
    if (gone[index] || unknown || found > wanted || found < highest) continue;
    after = index;
    highest = found;
  }
  return after === undefined ? { before: 0 } : { after, before: 0 };
}

/** Whether empty lines part the sections; a document with one section tells nothing, and then they do. */
function isSpaced(
  { lines }: Splices,
  node: YamlMapping,
  places: readonly Place[],
): boolean {
  const parted = places.slice(1).flatMap((place, index) => {
    const isHeader = nameOf(node.pairs[index + 1]!.key) === "version";
    return isHeader ? [] : [lines.isBlank(place.first - 1)];
  });
  return parted.length === 0 || parted.some(Boolean);
}

/** Removes and adds items of a list in a block. */
export function spliceBlockSequence(
  splices: Splices,
  node: YamlSequence,
  change: SequenceChange,
  places: readonly Place[],
  writer: Writer,
): void {
  const { lines } = splices;
  const gone = node.items.map(
    (_, index) => change.items.get(index)?.kind === "remove",
  );
  removePlaces(splices, places, gone);
  const first = places[0]!;
  if (!first.alone && change.added.length > 0) throw new NoSplice();
  const spaced =
    places.length > 1 && lines.isBlank(places.at(-1)!.first - 1) ? [""] : [];
  const gap = gapOf(splices, node, places);
  for (const { before, item } of change.added) {
    const written = writer.item(item, first.column, gap);
    const next = places[before];
    if (next) splices.insertLines(next.first, [...written, ...spaced]);
    else splices.insertLines(places.at(-1)!.end, [...spaced, ...written]);
  }
}

/** How far behind the dash the content of the items stands. */
export function gapOf(
  { lines }: Splices,
  node: YamlSequence,
  places: readonly Place[],
): number {
  for (const [index, item] of node.items.entries()) {
    const { head, own } = places[index]!;
    const gap = item.start - head;
    if (gap > 1 && lines.lineAt(item.start) === own) return gap;
  }
  return 2;
}

/** Takes lines away, and of the empty lines around them those that would now stand beside others. */
function removePlaces(
  splices: Splices,
  places: readonly Place[],
  gone: readonly boolean[],
): void {
  for (let index = 0; index < places.length; index++) {
    if (!gone[index]) continue;
    const from = index;
    while (gone[index + 1]) index++;
    removeRun(splices, places, from, index + 1);
  }
}

function removeRun(
  splices: Splices,
  places: readonly Place[],
  from: number,
  to: number,
): void {
  const { lines } = splices;
  const { head, first, alone } = places[from]!;
  const next = places[to];
  if (!alone) {
    if (!next?.alone || next.first !== next.own) throw new NoSplice();
    return splices.replace(head, next.head, "");
  }
  let end = places[to - 1]!.end;
  let start = first;
  const before = places[from - 1];
  const parted = start > 0 && lines.isBlank(start - 1);
  if (next && (parted || !before))
    while (end < next.first && lines.isBlank(end)) end++;
  else if (!next && parted && before)
    while (start > before.end && lines.isBlank(start - 1)) start--;
  splices.removeLines(start, end);
}
