import type { Path } from "../path";
import type { Tree, TreeMapping, TreeScalar, TreeSequence } from "../emit/tree";
import {
  decodeBool,
  decodeInt,
  decodeString,
  isNull,
  type ConcreteNode,
  type YamlMapping,
  type YamlNode,
  type YamlSequence,
} from "../source";
import { concrete, memberOf, membersOf } from "./members";

/** Why a document does not hold a part of a draft: it is not there, it is another value, or more is said than the draft knows. */
export type Reason = "absent" | "different" | "more";

/** A part of a draft's entry that a document does not hold. */
export interface Lack {
  /** Keys from the entry to the part, in the draft. */
  readonly path: Path;
  readonly reason: Reason;
  /** The field that asked for the part, or for what it is a part of. */
  readonly origin?: Path;
}

/** How an entry is compared. */
export interface Rule {
  /** Whether the document may say more. */
  readonly shared?: true | undefined;
  /** Whether a line end at the end of a text makes a difference. */
  readonly exact?: true | undefined;
}

// How an entry comes to be, not what it is: people leave these out, and a form that shows the entry is right all the same.
const lenient: ReadonlySet<unknown> = new Set(["mode", "overwrite", "hard"]);

/** Whether a document's value says what a draft's does. */
export function holds(node: YamlNode, tree: Tree, rule: Rule): boolean {
  return lacksOf(node, tree, rule).length === 0;
}

/**
 * The one of some values that says what a draft's does. Where two differ in nothing but a line end at the end of a text, the one that
 * says it exactly goes first.
 */
export function holderOf<One>(
  among: readonly One[],
  nodeOf: (one: One) => YamlNode,
  tree: Tree,
  rule: Rule,
): One | undefined {
  const holder = among.find((one) => holds(nodeOf(one), tree, rule));
  if (holder === undefined) return undefined;
  const saysExactly = (one: One) =>
    holds(nodeOf(one), tree, { ...rule, exact: true });
  return saysExactly(holder) ? holder : (among.find(saysExactly) ?? holder);
}

/** Everything of a draft's value that a document's value does not say. */
export function lacksOf(
  node: YamlNode,
  tree: Tree,
  rule: Rule,
  at: Path = [],
  origin?: Path,
): Lack[] {
  const found = concrete(node);
  const lack = (reason: Reason): Lack[] => [
    { path: at, reason, ...(origin ? { origin } : {}) },
  ];
  if (tree.kind === "mapping" && found.kind === "mapping") {
    const more = !rule.shared && saysMore(found, tree);
    return more ? lack("more") : lacksOfMapping(found, tree, rule, at, origin);
  }
  if (tree.kind === "sequence" && found.kind === "sequence")
    return rule.shared
      ? lacksOfSet(found, tree, rule, at, origin)
      : sameItems(found, tree, rule)
        ? []
        : lack("different");
  const field = rule.exact ? undefined : at.at(-1);
  if (tree.kind === "scalar" && says(found, tree, field)) return [];
  return lack(isNull(found) ? "absent" : "different");
}

function lacksOfMapping(
  node: YamlMapping,
  tree: TreeMapping,
  rule: Rule,
  at: Path,
  origin: Path | undefined,
): Lack[] {
  return tree.pairs.flatMap(({ key, value, ...pair }) => {
    if (lenient.has(key)) return [];
    const path = [...at, key];
    const from = pair.origin ?? origin;
    const member = memberOf(node, key);
    if (member) return lacksOf(member.value, value, rule, path, from);
    if (value.kind === "scalar" && value.value === false) return [];
    return [{ path, reason: "absent" as const, ...(from && { origin: from }) }];
  });
}

/** The items of a shared list may stand anywhere in it. */
function lacksOfSet(
  node: YamlSequence,
  tree: TreeSequence,
  rule: Rule,
  at: Path,
  origin: Path | undefined,
): Lack[] {
  return tree.items.flatMap((item, index) => {
    const best = node.items
      .filter((one) => sameName(one, item.value))
      .map((one) =>
        lacksOf(one, item.value, rule, [...at, index], item.origin ?? origin),
      )
      .sort((one, other) => one.length - other.length)[0];
    if (best) return best;
    const from = item.origin ?? origin;
    return [
      {
        path: [...at, index],
        reason: "absent" as const,
        ...(from && { origin: from }),
      },
    ];
  });
}

/** Whether two items of a list may be about the same: they have one name, no name, or the same text. */
function sameName(node: YamlNode, tree: Tree): boolean {
  const found = concrete(node);
  if (tree.kind === "scalar")
    return found.kind === "scalar" && says(found, tree);
  if (tree.kind !== "mapping" || found.kind !== "mapping") return false;
  const name = tree.pairs.find(({ key }) => key === "name" || key === "path");
  if (!name) return true;
  const value = memberOf(found, name.key)?.value;
  return (
    value !== undefined &&
    name.value.kind === "scalar" &&
    says(concrete(value), name.value, name.key)
  );
}

function sameItems(
  node: YamlSequence,
  tree: TreeSequence,
  { exact }: Rule,
): boolean {
  return (
    node.items.length === tree.items.length &&
    tree.items.every(({ value }, index) =>
      holds(node.items[index]!, value, { exact }),
    )
  );
}

/** Whether a mapping says something that the draft leaves open and that is not so anyway. */
function saysMore(node: YamlMapping, tree: TreeMapping): boolean {
  const known = new Set(tree.pairs.map(({ key }) => key));
  return [...membersOf(node)].some(([key, { value }]) => {
    const found = concrete(value);
    return (
      !known.has(key) &&
      !lenient.has(key) &&
      !isNull(found) &&
      !saysNothing(found, key)
    );
  });
}

// What these are when they are left out; a partition or an argument that shall not exist is another matter.
const usual: Readonly<Record<string, string>> = {
  wipe_table: "false",
  wipe_partition_entry: "false",
  wipe_filesystem: "false",
  wipe_volume: "false",
  with_mount_unit: "false",
  resize: "false",
  discard: "false",
  should_exist: "true",
  number: "0",
  size_mib: "0",
  start_mib: "0",
  spares: "0",
};

function saysNothing(node: ConcreteNode, key: string): boolean {
  if (node.kind === "scalar") return usual[key] === node.value;
  return (node.kind === "mapping" ? node.pairs : node.items).length === 0;
}

const contentKeys: ReadonlySet<unknown> = new Set(["inline", "contents"]);

/** Whether a scalar is the same value for its field. In a text, a line end at the very end makes no difference. */
export function says(
  node: ConcreteNode,
  { value }: TreeScalar,
  key?: string | number,
): boolean {
  const decoded =
    typeof value === "string"
      ? decodeString(node)
      : typeof value === "boolean"
        ? decodeBool(node)
        : decodeInt(node);
  if (decoded.state !== "value") return false;
  if (decoded.value === value) return true;
  return (
    contentKeys.has(key) &&
    typeof decoded.value === "string" &&
    typeof value === "string" &&
    withoutLineEnd(decoded.value) === withoutLineEnd(value)
  );
}

function withoutLineEnd(text: string): string {
  return text.endsWith("\n") ? text.slice(0, -1) : text;
}
