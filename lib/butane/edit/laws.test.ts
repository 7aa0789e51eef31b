import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doubleQuoted } from "../emit/scalar";
import type { PlainValue } from "../emit/plain";
import type { Range } from "../report";
import { nodeAt, rangeOf } from "../source";
import { transpile } from "../transpile";
import type { ShapeField } from "../struct/shape";
import { config, listNamed, lists } from "./lists";
import { locate } from "./locate";
import { missingFrom } from "./missing-from";
import { openDocument, type OpenDocument } from "./open-document";
import { patch } from "./patch";
import { plainValue } from "./plain-value";
import { styledDocument, writtenDocuments } from "./testing/documents";
import { draftsOf, editAll, seeds, type Edited } from "./testing/edits";

/** Hundreds of documents, also on a machine that is busy with the browser tests. */
const patient = 120_000;

// What Butane refuses may still be opened, but then there is no outcome to compare.
const written = writtenDocuments().filter(
  ({ text }) => openDocument(text).ok && transpile(text).output !== null,
);
/** More of them find more: `RUNS=100 npx vitest run lib/butane/edit`. */
const runs = Number(process.env.RUNS ?? 3);

function opened(text: string): OpenDocument {
  const result = openDocument(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The entries that a draft can say one by one: those that stand there once, by name or, without names, by what they say. */
function entriesOf(document: OpenDocument) {
  return lists.flatMap(({ name, key, single }) => {
    const all = document.entriesOf(name);
    const unnamed = key === undefined && !single;
    const count = (one: (typeof all)[number]) =>
      unnamed
        ? all.filter(({ value }) => same(value, one.value)).length
        : document.named(name, one.key).length;
    return all
      .filter(
        (one) => (unnamed || single || one.key !== "") && count(one) === 1,
      )
      .map(({ list, value }) => ({ list, value }));
  });
}

function plain({ root }: OpenDocument): Record<string, PlainValue> {
  const whole: ShapeField = { name: "", kind: "struct", shape: config };
  return plainValue(root, whole) as Record<string, PlainValue>;
}

/** The document as plain data, with the edits made in it. */
function editedData(document: OpenDocument, edited: readonly Edited[]) {
  const data = plain(document);
  for (const { list, before, after } of edited) {
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    const { path, key, single } = listNamed(list);
    let parent = data as Record<string, unknown>;
    for (const key of path.slice(0, -1))
      parent = (parent[key] ??= {}) as Record<string, unknown>;
    const name = path.at(-1)!;
    if (single) {
      if (after === undefined) delete parent[name];
      else parent[name] = after;
      continue;
    }
    const items = (parent[name] ??= []) as PlainValue[];
    const at = items.findIndex(is(before));
    if (before === undefined) items.push(after!);
    // What a draft says twice without a name, it says once.
    else if (after === undefined || (!key && items.some(is(after))))
      items.splice(at, 1);
    else items[at] = after;
  }
  return data;
}

const is = (value: unknown) => (item: unknown) => same(item, value);

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Plain data as YAML that leaves nothing to chance. */
function flow(value: unknown): string {
  if (typeof value === "string") return doubleQuoted(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const pairs = Object.entries(value);
  return `{${pairs.map(([key, one]) => `${doubleQuoted(key)}: ${flow(one)}`).join(", ")}}`;
}

function expectEdited(text: string, edited: readonly Edited[]): void {
  const document = opened(text);
  const { before, after } = draftsOf(document.header, edited);
  expect(missingFrom(document, before)).toEqual([]);
  expect(patch(text, before, before)).toEqual({ text, changed: false });

  const made = patch(text, before, after);
  expect(missingFrom(opened(made.text), after)).toEqual([]);
  // Nothing more to do, and the way back says what the text said.
  expect(patch(made.text, after, after).text).toBe(made.text);

  const { output } = transpile(text);
  // Numbers beyond what plain data can hold cannot be compared this way.
  if (output === null || transpile(flow(plain(document))).output !== output)
    return;
  const wanted = flow(editedData(document, edited));
  expect(transpile(made.text).output).toBe(transpile(wanted).output);
}

/** Lines that an edit may touch: those of the entries it edits, and whole lists in brackets. */
function touchedLines(text: string, edited: readonly Edited[]): Set<number> {
  const document = opened(text);
  const touched = new Set<number>();
  for (const { list, before, after } of edited) {
    if (same(before, after)) continue;
    for (const entry of document.entriesOf(list))
      if (same(entry.value, before)) addRange(entry.range, touched);
    const keys = listNamed(list).path;
    for (const length of keys.keys()) {
      const path = keys.slice(0, length + 1);
      const value = nodeAt(document.source, path);
      if (/[[{]/.test(text[value?.content ?? -1] ?? ""))
        addRange(rangeOf(document.source, path)!, touched);
    }
  }
  return touched;
}

function addRange({ start, end }: Range, touched: Set<number>): void {
  const last = end.column === 1 && end.line > start.line ? -1 : 0;
  for (let line = start.line; line <= end.line + last; line++)
    touched.add(line - 1);
}

/** Every line that an edit need not touch stands in the text afterwards, in the same order. */
function expectUntouched(text: string, edited: readonly Edited[]): void {
  const { before, after } = draftsOf(opened(text).header, edited);
  const touched = touchedLines(text, edited);
  const left = patch(text, before, after).text.split(/\r?\n/);
  const emptied = edited.some((one) => one.after === undefined);
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (touched.has(index) || line.trim() === "") continue;
    const place = left.indexOf(line);
    // A section that is empty now goes away with what was said above it.
    if (place < 0 && emptied && /^ *(?:#|(?:- )?[a-z_]+:)/.test(line)) continue;
    expect(left, `line ${index + 1}: ${line}`).toContain(line);
    left.splice(0, place + 1);
  }
}

test(
  "what an edit does not touch stays byte for byte",
  () => {
    const document = fc.oneof(
      styledDocument,
      fc.constantFrom(
        ...written.map(({ text }) => text).filter((text) => !/[*]/.test(text)),
      ),
    );
    fc.assert(
      fc.property(document, seeds, (text, chosen) => {
        expectUntouched(text, editAll(entriesOf(opened(text)), chosen));
      }),
      { numRuns: runs * 100 },
    );
  },
  patient,
);

describe("an edit of a draft is the same edit of the document", () => {
  test.each(written.map(({ id, text }) => [id, text] as const))(
    "in %s",
    (_, text) => {
      const entries = entriesOf(opened(text));
      fc.assert(
        fc.property(seeds, (chosen) => {
          expectEdited(text, editAll(entries, chosen));
        }),
        { numRuns: runs },
      );
    },
    patient,
  );

  test(
    "in documents of every look",
    () => {
      fc.assert(
        fc.property(styledDocument, seeds, (text, chosen) => {
          expectEdited(text, editAll(entriesOf(opened(text)), chosen));
        }),
        { numRuns: runs * 50 },
      );
    },
    patient,
  );
});

test("every origin is located", () => {
  fc.assert(
    fc.property(styledDocument, (text) => {
      const document = opened(text);
      const { before } = draftsOf(
        document.header,
        editAll(entriesOf(document), []),
      );
      for (const { path, field } of locate(document, before)) {
        const entry = entriesOf(document)[Number(field[1])]!;
        const found = document
          .entriesOf(entry.list)
          .find((one) => same(one.path, path));
        expect(found?.value).toEqual(entry.value);
      }
    }),
  );
});
