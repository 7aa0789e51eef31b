import { wellFormed } from "../emit/scalar";
import type { Tree } from "../emit/tree";
import { isMergeKey, type YamlMapping, type YamlNode } from "../source";
import type { YamlScalar } from "../source/node";
import { resolve } from "../source/resolve";
import { concrete, membersOf, nameOf } from "./members";

// Below this depth, where nobody's config reaches, values are compared by their text.
const deepest = 200;

/**
 * Gives every value a number, so that two values of one number mean the same: aliases and merge keys resolved, keys in any order,
 * and each scalar with its type and its text, because a field may want the one or the other. Linear, whatever aliases repeat.
 */
export class Meanings {
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<YamlNode, number>();

  ofNode(node: YamlNode, text: string, depth = 0): number {
    const found = concrete(node);
    let number = this.known.get(found);
    if (number === undefined) {
      number = this.find(found, text, depth);
      this.known.set(found, number);
    }
    return number;
  }

  /** The same for what is to be written; `text` is the one that typed parts of it come from. */
  ofTree(tree: Tree, text: string): number {
    switch (tree.kind) {
      case "typed":
        return this.ofNode(tree.node, text);
      case "mapping":
        return this.mapping(
          tree.pairs.map(({ key, value }) => [
            this.key(key),
            this.ofTree(value, text),
          ]),
        );
      case "sequence":
        return this.sequence(
          tree.items.map(({ value }) => this.ofTree(value, text)),
        );
      case "scalar":
        if (typeof tree.value === "string")
          return this.number(`!!str ${wellFormed(tree.value)}`);
        return typeof tree.value === "boolean"
          ? this.number(`!!bool ${tree.value}`)
          : this.number(`!!int ${tree.value}`);
    }
  }

  private find(
    node: Exclude<YamlNode, { kind: "alias" }>,
    text: string,
    depth: number,
  ): number {
    if (depth > deepest)
      return this.number(`deep ${text.slice(node.start, node.end)}`);
    if (node.kind === "scalar") return this.scalar(node);
    const tagged = node.tag === "!!map" || node.tag === "!!seq";
    const number =
      node.kind === "sequence"
        ? this.sequence(
            node.items.map((item) => this.ofNode(item, text, depth + 1)),
          )
        : this.mapping(this.pairs(node, text, depth + 1));
    return tagged ? number : this.number(`${node.tag} ${number}`);
  }

  private pairs(
    node: YamlMapping,
    text: string,
    depth: number,
  ): (readonly [number, number])[] {
    const pairs = node.pairs
      .filter(({ key, value }) => !isMergeKey(key) || !merges(value))
      .map(({ key, value }) => {
        const found = concrete(key);
        const name =
          found.kind === "scalar"
            ? this.key(nameOf(key))
            : this.ofNode(found, text, depth);
        return [name, this.ofNode(value, text, depth)] as const;
      });
    if (pairs.length === node.pairs.length) return pairs;
    const merged = [...membersOf(node)].filter(([, { own }]) => !own);
    return [
      ...pairs,
      ...merged.map(
        ([name, { value }]) =>
          [this.key(name), this.ofNode(value, text, depth)] as const,
      ),
    ];
  }

  private scalar({ tag, value }: YamlScalar): number {
    const resolved = tag === "!!str" ? undefined : resolve(tag, value);
    // 0644, 0o644 and 420 are one number, and there are many words for null.
    if (resolved && !("failure" in resolved) && tag !== "!!float")
      return this.number(`${tag} ${resolved.value}`);
    return this.number(`${tag} ${value}`);
  }

  private mapping(pairs: readonly (readonly [number, number])[]): number {
    const sorted = [...pairs].sort(
      ([one, first], [other, second]) => one - other || first - second,
    );
    return this.number(`{${sorted.map((pair) => pair.join(":")).join()}}`);
  }

  private sequence(items: readonly number[]): number {
    return this.number(`[${items.join()}]`);
  }

  private key(name: string): number {
    return this.number(`key ${name}`);
  }

  private number(meaning: string): number {
    let number = this.numbers.get(meaning);
    if (number === undefined)
      this.numbers.set(meaning, (number = this.numbers.size));
    return number;
  }
}

/** Whether a merge key's value can be merged. */
function merges(value: YamlNode): boolean {
  const node = concrete(value);
  return node.kind === "sequence"
    ? node.items.every((item) => concrete(item).kind === "mapping")
    : node.kind === "mapping";
}
