import type { SourceDocument, YamlNode } from "../source";
import { wellFormed } from "./scalar";
import type { Tree } from "./tree";

// Deeper than this nobody's node config is.
const deepest = 200;

/** Whether a text, read again, says exactly what the tree says. */
export function reads(document: SourceDocument, tree: Tree): boolean {
  if (document.report.some(({ kind }) => kind === "error")) return false;
  return document.root !== null && new Comparison().tree(document.root, tree);
}

class Comparison {
  /** Pairs that were or are being compared: an alias may stand a thousand times, or inside what it stands for. */
  private readonly seen = new Map<YamlNode, Set<YamlNode>>();

  tree(node: YamlNode, tree: Tree): boolean {
    switch (tree.kind) {
      case "typed":
        return this.nodes(node, tree.node);
      case "scalar":
        return (
          node.kind === "scalar" &&
          (typeof tree.value === "string"
            ? node.value === wellFormed(tree.value)
            : node.tag !== "!!str")
        );
      case "mapping":
        return (
          node.kind === "mapping" &&
          node.pairs.length === tree.pairs.length &&
          tree.pairs.every(({ key, value }, index) => {
            const pair = node.pairs[index]!;
            return (
              pair.key.kind === "scalar" &&
              pair.key.value === key &&
              this.tree(pair.value, value)
            );
          })
        );
      case "sequence":
        return (
          node.kind === "sequence" &&
          node.items.length === tree.items.length &&
          tree.items.every(({ value }, index) =>
            this.tree(node.items[index]!, value),
          )
        );
    }
  }

  private nodes(placed: YamlNode, typed: YamlNode, depth = 0): boolean {
    const one = target(placed);
    const other = target(typed);
    if (!one || !other || one.tag !== other.tag || depth > deepest)
      return false;
    if (one.kind === "scalar") {
      return other.kind === "scalar" && one.value === other.value;
    }
    if (this.known(one, other)) return true;
    if (one.kind === "sequence") {
      return (
        other.kind === "sequence" &&
        one.items.length === other.items.length &&
        one.items.every((item, index) =>
          this.nodes(item, other.items[index]!, depth + 1),
        )
      );
    }
    return (
      one.kind === "mapping" &&
      other.kind === "mapping" &&
      one.pairs.length === other.pairs.length &&
      one.pairs.every(({ key, value }, index) => {
        const twin = other.pairs[index]!;
        return (
          this.nodes(key, twin.key, depth + 1) &&
          this.nodes(value, twin.value, depth + 1)
        );
      })
    );
  }

  private known(one: YamlNode, other: YamlNode): boolean {
    const compared = this.seen.get(one) ?? new Set();
    if (compared.has(other)) return true;
    this.seen.set(one, compared.add(other));
    return false;
  }
}

/** What an alias stands for; an alias of an alias cannot be written in YAML. */
function target(node: YamlNode): YamlNode | null {
  if (node.kind !== "alias") return node;
  return node.target.kind === "alias" ? null : node.target;
}
