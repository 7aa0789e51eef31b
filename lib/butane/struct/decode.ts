import { limits } from "../limits";
import type { Path } from "../path";
import { error, type Entry, type Report } from "../report";
import {
  decodeBool,
  decodeInt,
  decodeMismatch,
  decodeString,
  isMergeKey,
  isNull,
  positionAt,
  type ConcreteNode,
  type Decoded,
  type SourceDocument,
  type YamlAlias,
  type YamlMapping,
  type YamlNode,
} from "../source";
import type { Shape, ShapeField } from "./shape";

/** A decoded struct: keys as in YAML, absent where nothing was said. */
export type Values = Record<string, unknown>;

/**
 * Decodes a document into the struct that `shape` describes.
 *
 * Works like Go's yaml.v3, whose habits people rely on: aliases and merge keys are followed here, `null` counts as
 * absent, an item of a list that is `null` is dropped, keys that the struct does not know are not even looked into, and
 * all values of a wrong type are reported at once.
 */
export function decode(
  document: SourceDocument,
  shape: Shape,
): { value: Values; report: Report } {
  const decoder = new Decoder(document);
  try {
    const value = decoder.struct(document.root, shape) ?? {};
    return { value, report: decoder.report };
  } catch (problem) {
    if (!(problem instanceof GivenUp)) throw problem;
    return { value: {}, report: [problem.entry] };
  }
}

/** yaml.v3 gives up on the whole document at some mistakes, and forgets those it had found before. */
class GivenUp extends Error {
  constructor(readonly entry: Entry) {
    super(entry.code);
  }
}

/** A scalar where a struct or a list has to be. */
const decodeNothing = (node: ConcreteNode) => decodeMismatch(node, "");

/** How far merges may nest in each other before the call stack is at risk. */
const DEEPEST_MERGE = 1000;

/** Stands for the struct that a table is not. */
const TABLE: Shape = { name: "", fields: new Map() };

/** In a table, a key without a value has an empty one; merging does not empty a key that is there. */
function nullText(node: YamlNode, said: Said | null, before: unknown) {
  const keeps = said !== null && before !== undefined;
  return isNull(node) && !keeps ? "" : undefined;
}

/** Keys that a mapping has said itself, so that what it merges in must not say them again. */
type Said = Set<string>;

class Decoder {
  readonly report: Entry[] = [];
  readonly #at: (string | number)[] = [];
  readonly #followed = new Set<YamlAlias>();
  #count = 0;
  #countInAliases = 0;
  #charactersInAliases = 0;
  #mergeDepth = 0;

  constructor(private readonly document: SourceDocument) {}

  struct(node: YamlNode | null, shape: Shape): Values | undefined {
    if (!node) return undefined;
    const values: Values = {};
    return this.#into(node, shape, values, null) ? values : undefined;
  }

  #into(node: YamlNode, shape: Shape, values: Values, said: Said | null) {
    return this.#follow(node, (found) => {
      if (found.kind !== "mapping") {
        this.#scalar(found, decodeNothing, "a mapping");
        return false;
      }
      if (this.#hasDuplicates(found)) return false;
      this.#fields(found, shape, values, said);
      return true;
    });
  }

  #fields(node: YamlMapping, shape: Shape, values: Values, said: Said | null) {
    let merged: YamlNode | undefined;
    const done = new Set<string>();
    for (const { key, value } of node.pairs) {
      if (isMergeKey(key)) {
        merged = value;
        continue;
      }
      const name = this.#follow(key, (found) =>
        this.#scalar(found, decodeString, "text"),
      );
      if (name === undefined || said?.has(name)) continue;
      said?.add(name);
      if (shape === TABLE) {
        this.#at.push(name);
        const text = this.#text(value) ?? nullText(value, said, values[name]);
        if (text !== undefined) values[name] = text;
        this.#at.pop();
        continue;
      }
      const field = shape.fields.get(name);
      if (!field) continue;
      if (done.has(name)) {
        this.#reject("field-set-twice", key, { field: name });
        continue;
      }
      done.add(name);
      this.#at.push(name);
      const decoded = this.#value(value, field);
      if (decoded !== undefined) values[name] = decoded;
      this.#at.pop();
    }
    if (merged) this.#merge(node, merged, shape, values, said);
  }

  /** `<<`: takes the fields of another mapping, or of several, that were not said already; the first one wins. */
  #merge(
    parent: YamlMapping,
    merged: YamlNode,
    shape: Shape,
    values: Values,
    said: Said | null,
  ) {
    const known =
      said ?? new Set(parent.pairs.map(({ key }) => this.#key(key)));
    if (this.#mergeDepth >= DEEPEST_MERGE) {
      throw new GivenUp(this.#entry("merge-too-deep", merged));
    }
    this.#mergeDepth++;
    const all = merged.kind === "sequence" ? merged.items : [merged];
    for (const one of all) {
      const target = one.kind === "alias" ? one.target : one;
      if (target.kind !== "mapping") {
        throw new GivenUp(this.#entry("merge-needs-mapping", one));
      }
      this.#into(one, shape, values, known);
    }
    this.#mergeDepth--;
  }

  #key(key: YamlNode): string {
    this.#spend(key);
    const target = key.kind === "alias" ? key.target : key;
    return target.kind === "scalar" ? target.value : "";
  }

  #value(node: YamlNode, field: ShapeField): unknown {
    switch (field.kind) {
      case "struct":
        return this.struct(node, field.shape!);
      case "list":
        return this.#list(node, field);
      case "table":
        return this.#table(node);
      case "text":
        return this.#text(node);
      case "integer":
        return this.#follow(node, (found) =>
          this.#scalar(found, decodeInt, "a whole number"),
        );
      case "flag":
        return this.#follow(node, (found) =>
          this.#scalar(found, decodeBool, "`true` or `false`"),
        );
    }
  }

  /** A mapping of any keys to text. */
  #table(node: YamlNode): Values | undefined {
    const values = Object.create(null) as Values;
    return this.#into(node, TABLE, values, null) ? values : undefined;
  }

  #text(node: YamlNode): string | undefined {
    return this.#follow(node, (found) =>
      this.#scalar(found, decodeString, "text"),
    );
  }

  #list(node: YamlNode, field: ShapeField): unknown[] | undefined {
    return this.#follow(node, (found) => {
      if (found.kind !== "sequence") {
        return this.#scalar(found, decodeNothing, "a list");
      }
      const items: unknown[] = [];
      for (const [index, item] of found.items.entries()) {
        this.#at.push(index);
        const decoded = field.shape
          ? this.struct(item, field.shape)
          : this.#text(item);
        if (decoded !== undefined) items.push(decoded);
        this.#at.pop();
      }
      return items;
    });
  }

  #scalar<Value>(
    node: ConcreteNode,
    decodeAs: (node: ConcreteNode) => Decoded<Value>,
    wanted: string,
  ): Value | undefined {
    // yaml.v3 looks for duplicate keys before it minds that a mapping is not what it wants.
    if (node.kind === "mapping" && this.#hasDuplicates(node)) return undefined;
    const decoded = decodeAs(node);
    if (decoded.state === "value") return decoded.value;
    if (decoded.state === "failure") {
      throw new GivenUp(
        this.#entry("value-contradicts-tag", node, { tag: node.tag }),
      );
    }
    if (decoded.state === "mismatch") {
      this.#reject("type-mismatch", node, { wanted, found: found(node) });
    }
    return undefined;
  }

  #hasDuplicates(node: YamlMapping): boolean {
    if (distinct.has(node) || hasDistinctKeys(node)) return false;
    const before = this.report.length;
    const seen = new Map<string, YamlNode>();
    for (const { key } of node.pairs) {
      const id = `${key.kind}:${writtenKey(key)}`;
      const first = seen.get(id);
      if (!first) {
        seen.set(id, key);
        continue;
      }
      // Upstream tells every pair of equal keys; the second of each pair is enough, and stays linear.
      const { line } = positionAt(this.document, first.start);
      this.#reject("duplicate-key", key, { key: writtenKey(key), line });
    }
    return this.report.length > before;
  }

  #follow<Value>(
    node: YamlNode,
    take: (node: ConcreteNode) => Value,
  ): Value | undefined {
    this.#spend(node);
    if (node.kind !== "alias") return take(node);
    if (this.#followed.has(node)) {
      throw new GivenUp(
        this.#entry("alias-in-itself", node, { anchor: node.name }),
      );
    }
    this.#followed.add(node);
    const value = this.#follow(node.target, take);
    this.#followed.delete(node);
    return value;
  }

  /** The budget against documents that grow without bound through aliases; the numbers are yaml.v3's. */
  #spend(node: YamlNode): void {
    this.#count++;
    if (this.#followed.size > 0) {
      this.#countInAliases++;
      if (node.kind === "scalar")
        this.#charactersInAliases += node.value.length;
      const tooMany = this.#count > limits.repeatedValues;
      if (tooMany || this.#charactersInAliases > limits.repeatedCharacters) {
        throw new GivenUp(this.#entry("too-much-repeated", node));
      }
    }
    if (this.#countInAliases <= 100 || this.#count <= 1000) return;
    if (this.#countInAliases / this.#count > allowedRatio(this.#count)) {
      throw new GivenUp(this.#entry("too-many-aliases", node));
    }
  }

  #reject(code: string, node: YamlNode, values: Entry["values"]): void {
    this.report.push(this.#entry(code, node, values));
  }

  #entry(code: string, node: YamlNode, values?: Entry["values"]): Entry {
    const path: Path = [...this.#at];
    const start = positionAt(this.document, node.start);
    const end = positionAt(this.document, node.end);
    return { ...error(code, path, values), range: { start, end } };
  }
}

function allowedRatio(count: number): number {
  const [low, high] = [400_000, 4_000_000];
  if (count <= low) return 0.99;
  if (count >= high) return 0.1;
  return 0.99 - (0.89 * (count - low)) / (high - low);
}

/** Mappings of which it is known: the top of a document is decoded twice, and what has an anchor as often as it is repeated. */
const distinct = new WeakSet<YamlMapping>();

function hasDistinctKeys(node: YamlMapping): boolean {
  const { pairs } = node;
  if (pairs.length < 2) return true;
  const keys = new Set<string>();
  for (const { key } of pairs) keys.add(writtenKey(key));
  if (keys.size < pairs.length) return false;
  if (pairs.length > 32) distinct.add(node);
  return true;
}

/** A key as it is written: an alias counts by its anchor's name, a list or mapping has no name. */
export function writtenKey(key: YamlNode): string {
  if (key.kind === "scalar") return key.value;
  return key.kind === "alias" ? key.name : "";
}

function found(node: ConcreteNode): string {
  if (node.kind === "mapping") return "a mapping";
  if (node.kind === "sequence") return "a list";
  const { value } = node;
  return `\`${value.length > 20 ? `${value.slice(0, 17)}…` : value}\``;
}
