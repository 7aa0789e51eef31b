import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Path } from "../path";
import { parse, type YamlNode } from "../source";
import { pathAt } from "./path-at";

const here = new URL("../testdata/parity/flatcar-1.1.0/", import.meta.url);
const documents = readdirSync(here).map((name) => ({
  name,
  text: readFileSync(new URL(`${name}/input.bu`, here), "utf8"),
}));

test.each(documents)(
  "in $name every key leads to the path that the reader gives it",
  ({ text }) => {
    const { root } = parse(text);
    const keys = root ? keysOf(root, []) : [];
    const found = keys.map(({ offset }) => pathAt(text, offset));
    expect(found).toEqual(keys.map(({ path }) => path));
  },
);

function keysOf(node: YamlNode, at: Path): { path: Path; offset: number }[] {
  if (node.kind === "sequence") {
    return node.items.flatMap((item, index) => keysOf(item, [...at, index]));
  }
  if (node.kind !== "mapping") return [];
  return node.pairs.flatMap(({ key, value }) => {
    // Keys that are lists, aliases or bytes are for the reader alone.
    if (key.kind !== "scalar" || key.tag !== "!!str") return [];
    const path = [...at, key.value];
    return [{ path, offset: key.start }, ...keysOf(value, path)];
  });
}

test.each([
  ["a:\n  b: [1, ‸2]", "a.b.1", "an item in brackets"],
  ["a:\n  - b: |\n      x: ‸1\n", "a.0.b", "a line of a text"],
  ["a:\n  b: {c: 1, ‸d: 2", "a.b.d", "braces that are not closed"],
  ["a:\n  b: 1\n  ‸\n", "a.b", "an empty line, by what is above"],
  ["# no‸thing", "", "before the first key"],
])("%j is at %s: %s", (marked, path) => {
  const offset = marked.indexOf("‸");
  expect(pathAt(marked.replace("‸", ""), offset).join(".")).toBe(path);
});
