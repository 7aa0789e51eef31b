import { wellFormed } from "../emit/scalar";
import type { Tree, TreeMapping, TreeScalar } from "../emit/tree";
import type { ConcreteNode, YamlMapping, YamlNode } from "../source";
import type { YamlScalar } from "../source/node";
import { resolve } from "../source/resolve";
import { concrete, hasMerge, memberOf, membersOf, nameOf } from "./members";

/**
 * Whether a value of a text means what a tree says: keys in any order, aliases and merge keys resolved, and each scalar of the same type
 * and the same text, because a field may want the one or the other.
 */
export function meansTree(node: YamlNode, tree: Tree): boolean {
  return new Comparison().tree(node, tree);
}

class Comparison {
  /** What aliases repeat is compared once: it may stand in a text a thousand times. */
  private readonly seen = new Map<YamlNode, Set<YamlNode>>();

  tree(node: YamlNode, tree: Tree): boolean {
    const found = concrete(node);
    switch (tree.kind) {
      case "typed":
        return this.nodes(node, tree.node);
      case "mapping":
        return found.kind === "mapping" && this.mapping(found, tree);
      case "sequence":
        return (
          found.kind === "sequence" &&
          found.items.length === tree.items.length &&
          tree.items.every(({ value }, index) =>
            this.tree(found.items[index]!, value),
          )
        );
      case "scalar":
        return found.kind === "scalar" && sameScalar(found, tree);
    }
  }

  private mapping(node: YamlMapping, tree: TreeMapping): boolean {
    return (
      countOf(node) === tree.pairs.length &&
      tree.pairs.every(({ key, value }) => {
        const member = memberOf(node, key);
        return member !== undefined && this.tree(member.value, value);
      })
    );
  }

  private nodes(one: YamlNode, other: YamlNode): boolean {
    if (one.kind !== "alias" && other.kind !== "alias")
      return this.concrete(one, other);
    const [first, second] = [concrete(one), concrete(other)];
    const compared = this.seen.get(first) ?? new Set();
    if (compared.has(second)) return true;
    this.seen.set(first, compared.add(second));
    return this.concrete(first, second);
  }

  private concrete(one: ConcreteNode, other: ConcreteNode): boolean {
    if (one.tag !== other.tag) return false;
    if (one.kind === "scalar")
      return (
        other.kind === "scalar" &&
        (one.value === other.value || one.tag === "!!null")
      );
    if (one.kind === "sequence")
      return (
        other.kind === "sequence" &&
        one.items.length === other.items.length &&
        one.items.every((item, index) => this.nodes(item, other.items[index]!))
      );
    return (
      other.kind === "mapping" &&
      (this.inOrder(one, other) || this.byName(one, other))
    );
  }

  /** The usual case: the same keys one after the other, `<<` among them. */
  private inOrder(one: YamlMapping, other: YamlMapping): boolean {
    return (
      one.pairs.length === other.pairs.length &&
      one.pairs.every(({ key, value }, index) => {
        const twin = other.pairs[index]!;
        return this.nodes(key, twin.key) && this.nodes(value, twin.value);
      })
    );
  }

  private byName(one: YamlMapping, other: YamlMapping): boolean {
    const count = countOf(one);
    if (count < 0 || count !== countOf(other)) return false;
    return [...membersOf(one)].every(([name, { value }]) => {
      const twin = memberOf(other, name);
      return twin !== undefined && this.nodes(value, twin.value);
    });
  }
}

/** How many fields a mapping has; -1 where its pairs cannot be told apart by name. */
function countOf(node: YamlMapping): number {
  const names = new Set(node.pairs.map(({ key }) => nameOf(key)));
  if (names.size !== node.pairs.length || names.has("")) return -1;
  return hasMerge(node) ? membersOf(node).size : names.size;
}

function sameScalar(node: YamlScalar, { value }: TreeScalar): boolean {
  if (typeof value === "string")
    return node.tag === "!!str" && node.value === wellFormed(value);
  const resolved = resolve(node.tag, node.value);
  if ("failure" in resolved) return false;
  return typeof value === "boolean"
    ? resolved.value === value
    : resolved.tag === "!!int" && resolved.value === BigInt(value);
}
