import { expect, test } from "vitest";
import type { YamlNode } from "./node";
import { parse } from "./parse";

/** The tree as JSON: scalars as `tag value`, aliases as `*name`. */
function show(node: YamlNode | null): unknown {
  if (!node) return null;
  if (node.kind === "alias") return `*${node.name}`;
  if (node.kind === "scalar") {
    return node.tag === "!!str" ? node.value : `${node.tag} ${node.value}`;
  }
  if (node.kind === "sequence") return node.items.map(show);
  return node.pairs.map(({ key, value }) => [show(key), show(value)]);
}

test.each<[string, unknown, string]>([
  ["", null, "no document"],
  ["---\n", "!!null ", "an empty document"],
  ["a: b", [["a", "b"]], "a pair"],
  [
    "a:\n- b\n- c\nd:",
    [
      ["a", ["b", "c"]],
      ["d", "!!null "],
    ],
    "a list as deep as its key",
  ],
  ["- - a\n  - b\n-", [["a", "b"], "!!null "], "a list in a list"],
  [
    "? a\n: b\n? c",
    [
      ["a", "b"],
      ["c", "!!null "],
    ],
    "keys with question marks",
  ],
  [
    "{a: b, c, d: }",
    [
      ["a", "b"],
      ["c", "!!null "],
      ["d", "!!null "],
    ],
    "braces",
  ],
  ["[a: b, c]", [[["a", "b"]], "c"], "a pair in brackets"],
  ["{a:1}", [["a:1", "!!null "]], "no key without a space behind its colon"],
  ['{"a":1}', [["a", "!!int 1"]], "a quoted key needs no space"],
  ["a: b\n  c\n\n  d", [["a", "b c\nd"]], "folded lines"],
  ["a: 'it''s\n  x'", [["a", "it's x"]], "single quotes"],
  ['a: "x\\\n   y\\tz"', [["a", "xy\tz"]], "a line joined by a backslash"],
  ["a: |\n  b\n   c\n\n  d\n\n", [["a", "b\n c\n\nd\n"]], "a block"],
  ["a: |-\n  b\n", [["a", "b"]], "a block stripped"],
  ["a: |+\n  b\n\n", [["a", "b\n\n"]], "a block kept"],
  [
    "a: |2\n   b",
    [["a", " b"]],
    "a block with its depth given, and no break to keep",
  ],
  [
    "a: >\n  b\n  c\n\n  d\n   e\n  f\n",
    [["a", "b c\nd\n e\nf\n"]],
    "a folded block",
  ],
  ["a: |\r\n  b\r\n  c\r\n", [["a", "b\nc\n"]], "Windows line ends in a block"],
  ["|\na: b", "", "an empty block ends the document"],
  [
    "a: &x b\nc: *x",
    [
      ["a", "b"],
      ["c", "*x"],
    ],
    "an alias",
  ],
  ["<<: {a: b}", [["!!merge <<", [["a", "b"]]]], "a merge key stays"],
  ["'<<': a", [["<<", "a"]], "a quoted merge key is none"],
  [
    "a: ! 1\nb: !!str 1\nc: !x 1",
    [
      ["a", "!!int 1"],
      ["b", "1"],
      ["c", "!x 1"],
    ],
    "tags",
  ],
  [
    "%TAG ! tag:x,2000:\n---\n!y a",
    "tag:x,2000:y a",
    "a handle with its own prefix",
  ],
  ["!<tag:yaml.org,2002:str> 1", "1", "a tag in full"],
  ["!%41 a", "!A a", "a tag with an escape"],
  [" a: b\nc: d", [["a", "b"]], "only the first document"],
])("%j is read as %j: %s", (text, tree) => {
  expect(show(parse(text).root)).toEqual(tree);
});

test("a node begins at its anchor or tag, its content behind them", () => {
  const text = "k: &a !!str |\n  text\nl: [x]\n";
  const { root } = parse(text);
  if (root?.kind !== "mapping") throw new Error("no mapping");
  const slices = root.pairs.map(({ value }) => [
    text.slice(value.start, value.end),
    text.slice(value.content, value.end),
  ]);
  expect(slices).toEqual([
    ["&a !!str |\n  text", "|\n  text"],
    ["[x]", "[x]"],
  ]);
  expect(text.slice(root.start, root.end)).toBe(text.trimEnd());
});

test("an alias leads to its node, even to one around it", () => {
  const { root } = parse("&a [*a]");
  if (root?.kind !== "sequence") throw new Error("no list");
  expect(root.items[0]).toMatchObject({ kind: "alias", name: "a" });
  const [alias] = root.items;
  expect(alias?.kind === "alias" && alias.target).toBe(root);
});

test("the last anchor of a name before the alias counts", () => {
  const { root } = parse("- &a x\n- &a y\n- *a\n- &a z\n");
  if (root?.kind !== "sequence") throw new Error("no list");
  expect(root.items[2]).toMatchObject({ target: { value: "y" } });
});
