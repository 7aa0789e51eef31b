import { fail, ok, type Result } from "../../result";
import type { Path } from "../path";
import { error, type Entry, type Range, type Report } from "../report";
import {
  decodeString,
  parse,
  positionAt,
  type ConcreteNode,
  type SourceDocument,
  type YamlMapping,
  type YamlNode,
} from "../source";
import type { Header } from "../emit";
import { checkAliases } from "./check-aliases";
import { isFlow, placesOf } from "./layout";
import { Lines } from "./lines";
import { fieldOf, lists, type List } from "./lists";
import { concrete, memberOf, valueAt } from "./members";
import type { ListName, PlainValue } from "../emit/plain";
import { plainValue } from "./plain-value";

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

/** A Butane text, opened to be read and edited entry by entry. */
export interface OpenDocument {
  readonly text: string;
  readonly source: SourceDocument;
  /** The document as a mapping. */
  readonly root: YamlMapping;
  /** What it says it is written in; empty where it says nothing. */
  readonly header: Header;
  /** The entries of a list in the order of the text. */
  entriesOf(list: ListName): readonly DocumentEntry[];
  /** The entries of that name; more than one only where a document repeats itself. */
  named(list: ListName, key: string): readonly DocumentEntry[];
}

/**
 * Opens a Butane text. What has no mapping to edit (no YAML, another value, a second document, aliases without an end)
 * is refused with the entry that says why. What Butane would refuse for other reasons is opened all the same.
 *
 * @example
 * const opened = openDocument(text);
 * if (opened.ok) opened.value.named("storage.files", "/etc/hostname")[0]?.value;
 */
export function openDocument(text: string): Result<OpenDocument, Report> {
  const source = parse(text);
  if (source.report.length > 0) return fail(source.report);
  const { root } = source;
  if (!root) return fail([error("variant-missing", ["variant"])]);
  if (root.kind !== "mapping") return fail([notMapping(source, root)]);
  const problem = secondDocument(source, root) ?? checkAliases(source);
  return problem ? fail([problem]) : ok(new Opened(source, root));
}

class Opened implements OpenDocument {
  readonly text: string;
  readonly header: Header;
  private readonly entries = new Map<ListName, readonly DocumentEntry[]>();
  private readonly byKey = new Map<ListName, Map<string, DocumentEntry[]>>();
  readonly lines = memo(() => new Lines(this.text));

  constructor(
    readonly source: SourceDocument,
    readonly root: YamlMapping,
  ) {
    this.text = source.text;
    this.header = {
      variant: textAt(root, "variant"),
      version: textAt(root, "version"),
    };
  }

  entriesOf(name: ListName): readonly DocumentEntry[] {
    let entries = this.entries.get(name);
    if (!entries) {
      const list = lists.find((one) => one.name === name)!;
      entries = entriesOf(this, list);
      this.entries.set(name, entries);
    }
    return entries;
  }

  named(name: ListName, key: string): readonly DocumentEntry[] {
    let index = this.byKey.get(name);
    if (!index) {
      index = new Map();
      for (const entry of this.entriesOf(name)) {
        const twins = index.get(entry.key);
        if (twins) twins.push(entry);
        else index.set(entry.key, [entry]);
      }
      this.byKey.set(name, index);
    }
    return index.get(key) ?? [];
  }
}

function entriesOf(document: Opened, list: List): DocumentEntry[] {
  const value = valueAt(document.root, list.path);
  const sequence = value && concrete(value);
  if (sequence?.kind !== "sequence") return [];
  const field = fieldOf(list);
  const item = { ...field, kind: field.shape ? "struct" : "text" } as const;
  return sequence.items.flatMap((node, index) => {
    const plain = memo(() => plainValue(node, item));
    if (plain() === undefined) return [];
    return {
      list: list.name,
      key: keyOf(node, list.key),
      path: [...list.path, index],
      node,
      get value() {
        return plain()!;
      },
      get range() {
        return rangeOfItem(document, sequence, index);
      },
    };
  });
}

/** What names an item of a list: the text of its field, or its own. */
export function keyOf(item: YamlNode, field: string | undefined): string {
  const node = concrete(item);
  if (node.kind !== "mapping") return textOf(node);
  const named = field === undefined ? undefined : memberOf(node, field);
  return named ? textOf(concrete(named.value)) : "";
}

function rangeOfItem(
  { source, lines: linesOf }: Opened,
  sequence: Extract<YamlNode, { kind: "sequence" }>,
  index: number,
): Range {
  const { start, end } = sequence.items[index]!;
  if (isFlow(source.text, sequence)) return between(source, start, end);
  const lines = linesOf();
  const place = placesOf(lines, sequence)[index]!;
  return place.alone
    ? between(source, lines.start(place.first), lines.start(place.end))
    : between(source, place.head, end);
}

function textAt(root: YamlMapping, key: string): string {
  const node = valueAt(root, [key]);
  return node ? textOf(concrete(node)) : "";
}

function textOf(node: ConcreteNode): string {
  const text = decodeString(node);
  return text.state === "value" ? text.value : "";
}

function notMapping(source: SourceDocument, root: YamlNode): Entry {
  const scalar = root.kind === "scalar" ? `\`${root.value.slice(0, 20)}\`` : "";
  const values = { wanted: "a mapping", found: scalar || "a list" };
  return {
    ...error("type-mismatch", [], values),
    range: between(source, root.start, root.end),
  };
}

/** Butane reads the first document of a text; an editor of that one would seem to edit the others as well. */
function secondDocument(
  source: SourceDocument,
  root: YamlNode,
): Entry | undefined {
  const rest = source.text.slice(root.end);
  const marker = /^(?:---(?=\s|$)|\.\.\.\s+(?=[^\s#]))/m.exec(rest);
  if (!marker) return undefined;
  const start = root.end + marker.index;
  return {
    ...error("rest-second-document", []),
    range: between(source, start, start + 3),
  };
}

function between(source: SourceDocument, start: number, end: number): Range {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}

function memo<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
