import {
  pairOf,
  type Tree,
  type TreeItem,
  type TreeMapping,
  type TreeMember,
  type TreePair,
} from "./tree";

/**
 * `once`: entries of ours, where saying the same thing twice means it once.
 * `keep`: a person's lines join ours, and what they typed stays even where it repeats, so that validation names it.
 */
type Manner = "once" | "keep";

/**
 * Joins a mapping into another of the same name: new keys are added, lists grow. Answers false, and changes nothing, when the
 * names differ or the two say different things about one key.
 */
export function join(into: TreeItem, added: TreeItem, manner: Manner): boolean {
  if (into.value.kind !== "mapping" || added.value.kind !== "mapping")
    return false;
  const name = textOf(pairOf(into.value, "name")?.value);
  if (name === undefined || name !== textOf(pairOf(added.value, "name")?.value))
    return false;
  return joinStruct(into, added, manner);
}

/** The same for two values of a struct of which there is one, and which therefore has no name. */
export function joinStruct(
  into: TreeItem,
  added: TreeItem,
  manner: Manner,
): boolean {
  if (into.value.kind !== "mapping" || added.value.kind !== "mapping")
    return false;
  if (!agree(into.value, added.value)) return false;
  addPairs(into.value, added, manner);
  if (manner === "once") joinComment(into, added);
  return true;
}

/** Whether two values are the same, wherever they come from. */
export function sameTree(one: Tree, other: Tree): boolean {
  if (one.kind === "scalar" && other.kind === "scalar")
    return one.value === other.value;
  if (one.kind === "mapping" && other.kind === "mapping") {
    return (
      one.pairs.length === other.pairs.length &&
      one.pairs.every(({ key, value }) => {
        const twin = pairOf(other, key);
        return twin !== undefined && sameTree(value, twin.value);
      })
    );
  }
  if (one.kind === "sequence" && other.kind === "sequence") {
    return (
      one.items.length === other.items.length &&
      one.items.every(({ value }, index) =>
        sameTree(value, other.items[index]!.value),
      )
    );
  }
  return false;
}

/** Whether every key that both have says the same in both, lists aside. */
function agree(into: TreeMapping, added: TreeMapping): boolean {
  const keys = added.pairs.map((pair) => pair.key);
  if (new Set(keys).size !== keys.length) return false;
  return added.pairs.every(({ key, value }) => {
    const twin = pairOf(into, key)?.value;
    if (!twin) return true;
    return value.kind === "sequence" && twin.kind === "sequence"
      ? true
      : sameTree(twin, value) || sameText(twin, value);
  });
}

function addPairs(into: TreeMapping, added: TreeItem, manner: Manner): void {
  for (const pair of (added.value as TreeMapping).pairs) {
    const twin = pairOf(into, pair.key);
    if (!twin)
      into.pairs.push({
        ...pair,
        value: pair.whole ?? pair.value,
        ...originOf(pair, added),
      });
    else if (twin.value.kind === "sequence" && pair.value.kind === "sequence")
      addItems(twin, pair, added, manner);
  }
}

function addItems(
  into: TreePair,
  added: TreePair,
  owner: TreeItem,
  manner: Manner,
): void {
  if (into.value.kind !== "sequence" || added.value.kind !== "sequence") return;
  for (const item of added.value.items) {
    const items = into.value.items;
    const known =
      manner === "once" &&
      items.some((other) => sameTree(other.value, item.value));
    if (known) continue;
    items.push({ ...item, ...originOf(item, added, owner) });
  }
}

function originOf(...chain: TreeMember[]): {
  origin?: NonNullable<TreeMember["origin"]>;
} {
  const origin = chain.find((member) => member.origin)?.origin;
  return origin ? { origin } : {};
}

function joinComment(into: TreeItem, added: TreeItem): void {
  if (!added.comment || into.comment?.includes(added.comment)) return;
  into.comment = into.comment
    ? `${into.comment}\n${added.comment}`
    : added.comment;
}

function sameText(one: Tree, other: Tree): boolean {
  const text = textOf(one);
  return text !== undefined && text === textOf(other);
}

/** The text of a scalar, ours or typed. */
export function textOf(tree: Tree | undefined): string | undefined {
  if (tree?.kind === "scalar") return String(tree.value);
  if (tree?.kind === "typed" && tree.node.kind === "scalar")
    return tree.node.value;
  return undefined;
}
