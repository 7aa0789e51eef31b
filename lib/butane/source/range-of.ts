import type { Path } from "../path";
import type { Range } from "../report";
import type { SourceDocument } from "./document";
import type { YamlMapping, YamlNode, YamlPair } from "./node";
import { positionAt } from "./positions";

/**
 * Where a report points for a path: at the value, or at the deepest value on the way to it that the text has. What an
 * alias or a merge key brings in has no place of its own, so the alias or the mapping stands in for it.
 *
 * The start is where Butane points; `undefined` only when the document is empty.
 */
export function rangeOf(
  document: SourceDocument,
  path: Path,
): Range | undefined {
  const node = deepest(document.root, path).node;
  return node ? rangeBetween(document, node) : undefined;
}

/** Like `rangeOf`, but points at the last key of the path instead of its value, as for a key that nobody reads. */
export function keyRangeOf(
  document: SourceDocument,
  path: Path,
): Range | undefined {
  const parent = nodeAt(document, path.slice(0, -1));
  const name = path.at(-1);
  if (parent?.kind === "mapping" && typeof name === "string") {
    const pair = pairOf(parent, name);
    if (pair) return rangeBetween(document, pair.key);
  }
  return rangeOf(document, path);
}

/** The node that stands at exactly this path, without looking through aliases and merge keys. */
export function nodeAt(
  document: SourceDocument,
  path: Path,
): YamlNode | undefined {
  const found = deepest(document.root, path);
  return found.depth === path.length ? (found.node ?? undefined) : undefined;
}

function deepest(root: YamlNode | null, path: Path) {
  let node = root;
  for (let depth = 0; depth < path.length; depth++) {
    const next = node && childOf(node, path[depth]);
    if (!next) return { node, depth };
    node = next;
  }
  return { node, depth: path.length };
}

function childOf(
  node: YamlNode,
  key: string | number | undefined,
): YamlNode | undefined {
  if (node.kind === "sequence" && typeof key === "number") {
    return node.items[key];
  }
  if (node.kind === "mapping" && typeof key === "string") {
    return pairOf(node, key)?.value;
  }
  return undefined;
}

/** The last one wins where a key is there twice. An alias as a key goes by its anchor's name, as it does upstream. */
function pairOf(mapping: YamlMapping, name: string): YamlPair | undefined {
  const { pairs } = mapping;
  if (pairs.length <= FEW_PAIRS) {
    return pairs.findLast(({ key }) => keyName(key) === name);
  }
  let index = indexes.get(mapping);
  if (!index) {
    index = new Map(pairs.map((pair) => [keyName(pair.key), pair]));
    indexes.set(mapping, index);
  }
  return index.get(name);
}

/** A long mapping may have a problem in each of its pairs, and a search for each of them would take quadratic time. */
const FEW_PAIRS = 32;
const indexes = new WeakMap<YamlMapping, Map<string, YamlPair>>();

function keyName(key: YamlNode): string {
  if (key.kind === "scalar") return key.value;
  return key.kind === "alias" ? key.name : "";
}

function rangeBetween(document: SourceDocument, node: YamlNode): Range {
  return {
    start: positionAt(document, node.start),
    end: positionAt(document, node.end),
  };
}
