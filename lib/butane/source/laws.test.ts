import fc from "fast-check";
import { expect, test } from "vitest";
import type { YamlNode } from "./node";
import { parse } from "./parse";
import { rangeOf } from "./range-of";

const pieces = [
  ..."ab01-?:,[]{}#&*!|>'\"%@`\\~<=. \t\n\r\u0085\u2028\ufeff\0\u0007é😀",
  ...["a: ", "- ", "? ", ": ", "\n  ", "\n    ", "---\n", "...\n", "&a ", "*a"],
  ...["!!str ", "!x ", "<<: ", "|\n", ">-\n", "# c", '"d"', "'s'", "{a: b}"],
  ...["[]", "%YAML 1.1\n", "\r\n", "\\x41", "0644", "\ud83d"],
];
const soup = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((parts) => parts.join(""));
const anyText = fc.oneof(soup, fc.string(), fc.string({ unit: "binary" }));

test("every text is answered: by a tree or by one entry with its place", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { root, report } = parse(text);
      expect(report.length).toBeLessThanOrEqual(1);
      if (report.length) expect(root).toBeNull();
      for (const { range } of report) {
        if (!range) throw new Error("an entry without range");
        expect(range.start.offset).toBeLessThanOrEqual(range.end.offset);
        expect(range.end.offset).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 3000 },
  );
});

test("every node lies in the one around it, behind the one before it", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { root } = parse(text);
      if (root) expectPlaced(root, 0, text.length);
    }),
    { numRuns: 3000 },
  );
});

function expectPlaced(node: YamlNode, from: number, to: number): void {
  const order = [from, node.start, node.content, node.end, to];
  expect(order).toEqual([...order].sort((one, other) => one - other));
  let last = node.content;
  for (const child of childrenOf(node)) {
    expectPlaced(child, last, node.end);
    last = child.end;
  }
}

function childrenOf(node: YamlNode): readonly YamlNode[] {
  if (node.kind === "sequence") return node.items;
  if (node.kind !== "mapping") return [];
  return node.pairs.flatMap(({ key, value }) => [key, value]);
}

test("any path has a place as soon as there is a document", () => {
  const path = fc.array(fc.oneof(fc.constantFrom("a", "b"), fc.nat(3)));
  fc.assert(
    fc.property(soup, path, (text, keys) => {
      const document = parse(text);
      const range = rangeOf(document, keys);
      expect(range !== undefined).toBe(document.root !== null);
    }),
  );
});

test.each([
  ["[", "open brackets"],
  ["{a: ", "open braces"],
  ["- ", "dashes"],
  ["? ", "question marks"],
  ["'", "quotes"],
  ["&a ", "anchors"],
  ["!", "exclamation marks"],
  ["a\n ", "lines that go on"],
  ["# c\n", "comments"],
  [":", "colons"],
  ["[]", "brackets in pairs"],
  ["a: b\n", "pairs"],
  ["9", "digits"],
  ["\t", "tabs"],
])("a megabyte of %j is answered in time: %s", (piece) => {
  const text = piece.repeat(1_000_000 / piece.length);
  const start = performance.now();
  for (const given of [text, `a: ${text}`]) parse(given);
  // Takes tens of milliseconds; anything that is not linear takes minutes.
  expect(performance.now() - start).toBeLessThan(5000);
});
