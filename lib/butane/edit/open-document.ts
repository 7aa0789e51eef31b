import { fail, ok, type Result } from "../../result";
import type { Header } from "../emit";
import type { ListName } from "../emit/plain";
import { error, type Range, type Report } from "../report";
import {
  parse,
  type SourceDocument,
  type YamlMapping,
  type YamlSequence,
} from "../source";
import { checkAliases } from "./check-aliases";
import { entriesIn, textOf, type DocumentEntry } from "./document-entry";
import { isFlow, placesOf } from "./layout";
import { Lines } from "./lines";
import { lists } from "./lists";
import { concrete, valueAt } from "./members";
import { memo } from "./memo";
import { between, notMapping, secondDocument } from "./refused";

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
  const known = latest.find((one) => one.text === text);
  if (known) return known.result;
  const result = open(text);
  latest.unshift({ text, result });
  latest.length = Math.min(latest.length, 3);
  return result;
}

// A key press asks for the same text several times: what it was, what it is now, and the document that both belong to.
const latest: {
  readonly text: string;
  readonly result: Result<OpenDocument, Report>;
}[] = [];

function open(text: string): Result<OpenDocument, Report> {
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
  private readonly lines = memo(() => new Lines(this.text));

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
      entries = entriesIn(
        this.root,
        list,
        (sequence, index) =>
          rangeOfItem(this.source, this.lines, sequence, index),
        ({ start, end }) => between(this.source, start, end),
      );
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

function rangeOfItem(
  source: SourceDocument,
  linesOf: () => Lines,
  sequence: YamlSequence,
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
