import type { Path } from "../path";
import type { Range } from "../report";
import {
  decodeInt,
  decodeString,
  isNull,
  type ConcreteNode,
  type YamlMapping,
  type YamlNode,
  type YamlSequence,
} from "../source";
import type { ListName, PlainValue } from "../emit/plain";
import { fieldOf, type List } from "./lists";
import { concrete, memberOf, valueAt } from "./members";
import { memo } from "./memo";
import { plainValue } from "./plain-value";
import { nameIn, type NameField } from "./tree-name";

/** An entry of one of the document's lists. */
export interface DocumentEntry {
  readonly list: ListName;
  /** What names it: the path of a file, the name of a unit, the argument itself; empty where that is missing. */
  readonly key: string;
  readonly path: Path;
  readonly node: YamlNode;
  /** The entry as plain data. */
  readonly value: PlainValue;
  /** Its lines, with the comments right above it; the entry alone where it shares a line with others. */
  readonly range: Range;
}

/** The entries of a list in the order of the text; what is null is none. */
export function entriesIn(
  root: YamlMapping,
  list: List,
  rangeOfItem: (list: YamlSequence, index: number) => Range,
  wholeRange: (node: YamlNode) => Range,
): DocumentEntry[] {
  const value = valueAt(root, list.path);
  const sequence = value && concrete(value);
  if (list.single && sequence?.kind === "mapping")
    return [singleEntry(value!, list, wholeRange)];
  if (sequence?.kind !== "sequence") return [];
  const field = fieldOf(list);
  const item = { ...field, kind: field.shape ? "struct" : "text" } as const;
  return sequence.items.flatMap((node, index) => {
    if (isNull(node)) return [];
    const plain = memo(() => plainValue(node, item));
    const range = memo(() => rangeOfItem(sequence, index));
    return {
      list: list.name,
      key: keyOf(node, list.key),
      path: [...list.path, index],
      node,
      get value() {
        return plain() ?? null;
      },
      get range() {
        return range();
      },
    };
  });
}

function singleEntry(
  node: YamlNode,
  list: List,
  rangeOf: (node: YamlNode) => Range,
): DocumentEntry {
  const field = { ...fieldOf(list), kind: "struct" } as const;
  const plain = memo(() => plainValue(node, field));
  return {
    list: list.name,
    key: "",
    path: list.path,
    node,
    get value() {
      return plain() ?? null;
    },
    get range() {
      return rangeOf(node);
    },
  };
}

/** What names an item of a list: the text of its field, or its own. */
export function keyOf(item: YamlNode, key: NameField | undefined): string {
  const node = concrete(item);
  if (node.kind !== "mapping") return textOf(node);
  if (key === undefined) return "";
  return nameIn(key, (field) => {
    const named = memberOf(node, field);
    return (
      named && (field === "number" ? digitsOf : textOf)(concrete(named.value))
    );
  });
}

/** A number however it is written: `01` is 1. */
function digitsOf(node: ConcreteNode): string {
  const number = decodeInt(node);
  return number.state === "value" ? String(number.value) : textOf(node);
}

/** The text of a scalar; empty for what is none. */
export function textOf(node: ConcreteNode): string {
  const text = decodeString(node);
  return text.state === "value" ? text.value : "";
}
