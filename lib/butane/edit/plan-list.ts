import { sameTree } from "../emit/join";
import {
  type Tree,
  type TreeItem,
  type TreeMapping,
  type TreeSequence,
} from "../emit/tree";
import type { YamlMapping, YamlNode, YamlSequence } from "../source";
import {
  remove,
  treeAfter,
  write,
  type AddedItem,
  type Change,
} from "./change";
import { holderOf, holds } from "./holds";
import { mannerOf, type Manner } from "./list-manner";
import { concrete, memberOf, membersOf } from "./members";
import { keyOf } from "./document-entry";
import { pairNamed, pairOrdered, type ItemPair } from "./pairing";
import { nameOfItem, type NameField } from "./tree-name";

/** Plans what becomes of the items; they may hold lists again. */
export interface Planner {
  value(
    node: YamlNode,
    before: Tree | undefined,
    after: Tree,
    at: readonly string[],
  ): Change | undefined;
  mapping(
    node: YamlMapping,
    before: Tree | undefined,
    after: TreeMapping,
    at: readonly string[],
  ): Change | undefined;
}

/** What has to become of a list, so that it tells what tells two lists of a draft apart. */
export function planSequence(
  node: YamlSequence,
  before: Tree | undefined,
  after: TreeSequence,
  at: readonly string[],
  planner: Planner,
): Change | undefined {
  const old = before?.kind === "sequence" ? before.items : [];
  const manner = mannerOf(at);
  const pairs = pairsOf(old, after.items, manner);
  const plan = new ListPlan(node, manner, at, planner);
  plan.find(pairs);
  for (const [index, pair] of pairs.entries()) plan.pair(index, pair, pairs);
  return plan.done();
}

function pairsOf(
  before: readonly TreeItem[],
  after: readonly TreeItem[],
  { key, ordered }: Manner,
): ItemPair[] {
  const named = key && pairNamed(before, after, key);
  if (named && !(ordered && isMoved(named, before))) return named;
  return pairOrdered(before, after);
}

/** Whether items that are the same stand in another order now. */
function isMoved(
  pairs: readonly ItemPair[],
  before: readonly TreeItem[],
): boolean {
  const places = pairs.flatMap((pair) =>
    pair.before && pair.after ? before.indexOf(pair.before) : [],
  );
  return places.some((place, index) => place < (places[index - 1] ?? 0));
}

class ListPlan {
  private readonly items = new Map<number, Change>();
  private readonly added: AddedItem[] = [];
  /** Which item of the document stands for a pair. */
  private readonly found = new Map<number, number>();
  private readonly free: Set<number>;
  private names: ReadonlyMap<string, number[]> | undefined;

  constructor(
    private readonly node: YamlSequence,
    private readonly manner: Manner,
    private readonly at: readonly string[],
    private readonly planner: Planner,
  ) {
    this.free = new Set(node.items.keys());
  }

  /** Finds the items that a draft speaks of: first those of before, then those that are there without it. */
  find(pairs: readonly ItemPair[]): void {
    for (const [index, { before }] of pairs.entries())
      if (before) this.take(index, this.twin(before));
    for (const [index, { before, after }] of pairs.entries())
      if (!before) this.take(index, this.agreeing(after!));
  }

  pair(index: number, pair: ItemPair, pairs: readonly ItemPair[]): void {
    const place = this.found.get(index);
    const { before, after } = pair;
    if (place !== undefined) {
      const item = this.node.items[place]!;
      const change = after
        ? this.planner.value(item, before?.value, after.value, this.at)
        : this.removal(item, before!);
      if (change) this.items.set(place, change);
    } else if (after && (!before || !sameTree(before.value, after.value))) {
      this.added.push({ before: this.gap(index, pairs), item: after });
    }
  }

  done(): Change | undefined {
    const { node, items, added } = this;
    if (items.size + added.length === 0) return undefined;
    const left = [...node.items.keys()].filter(
      (index) => items.get(index)?.kind !== "remove",
    );
    if (left.length + added.length === 0) return remove;
    return { kind: "sequence", items, added };
  }

  private take(index: number, place: number | undefined): void {
    if (place === undefined) return;
    this.found.set(index, place);
    this.free.delete(place);
  }

  /** The item that a draft's item was read from, or the one of its name. */
  private twin({ value }: TreeItem): number | undefined {
    const candidates = this.candidates(value);
    const nodeOf = (place: number) => this.node.items[place]!;
    return (
      holderOf(candidates, nodeOf, value, this.manner) ??
      (this.manner.key ? candidates[0] : undefined)
    );
  }

  /** An item that a new one can join: it says the same, or leaves open what the new one says. */
  private agreeing({ value }: TreeItem): number | undefined {
    return this.candidates(value).find((place) => {
      const item = this.node.items[place]!;
      if (holds(item, value, this.manner)) return true;
      return (
        this.manner.shared &&
        value.kind === "mapping" &&
        leavesOpen(item, value)
      );
    });
  }

  private candidates(value: Tree): number[] {
    const { key } = this.manner;
    const all = key
      ? (this.byName(key).get(nameOfItem(value, key)) ?? [])
      : [...this.node.items.keys()];
    return all.filter((place) => this.free.has(place));
  }

  private byName(key: NameField): ReadonlyMap<string, number[]> {
    if (this.names) return this.names;
    const names = new Map<string, number[]>();
    for (const [place, item] of this.node.items.entries()) {
      const name = keyOf(item, key);
      const twins = names.get(name);
      if (twins) twins.push(place);
      else names.set(name, [place]);
    }
    return (this.names = names);
  }

  private removal(item: YamlNode, before: TreeItem): Change | undefined {
    const found = concrete(item);
    if (
      !this.manner.keepsRest ||
      found.kind !== "mapping" ||
      before.value.kind !== "mapping"
    )
      return remove;
    const name = before.value.pairs.filter(({ key }) => key === "name");
    const left: TreeMapping = { kind: "mapping", pairs: name };
    const change = this.planner.mapping(found, before.value, left, this.at);
    const emptied =
      change?.kind === "mapping"
        ? [...membersOf(found)].every(
            ([key, { pair }]) =>
              key === "name" || change.pairs.get(pair)?.kind === "remove",
          )
        : membersOf(found).size <= 1;
    if (emptied) return remove;
    if (!change || item === found) return change;
    return write(treeAfter(found, change));
  }

  /** Entries go to the end of their list. Where the order counts, a new item stands beside the one it is beside in the draft. */
  private gap(index: number, pairs: readonly ItemPair[]): number {
    const end = this.node.items.length;
    if (this.manner.key && !this.manner.ordered) return end;
    const stays = (at: number) => pairs[at]?.after && this.found.get(at);
    for (let next = index + 1; next < pairs.length; next++) {
      const place = stays(next);
      if (place !== undefined) return place;
    }
    for (let last = index - 1; last >= 0; last--) {
      const place = stays(last);
      if (place !== undefined) return place + 1;
    }
    return end;
  }
}

/** Whether every value that both say is the same, and lists can be joined. */
function leavesOpen(item: YamlNode, tree: TreeMapping): boolean {
  const found = concrete(item);
  if (found.kind !== "mapping") return false;
  return tree.pairs.every(({ key, value }) => {
    const member = memberOf(found, key);
    return !member || value.kind !== "scalar" || holds(member.value, value, {});
  });
}
