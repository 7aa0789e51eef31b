import { expect, test } from "vitest";
import type { Path } from "../path";
import type { Range } from "../report";
import { parse } from "./parse";
import { keyRangeOf, nodeAt, rangeOf } from "./range-of";

const text = `variant: flatcar
storage:
  files:
    - path: /a
      mode: 0644
    - &f
      path: /b
    - *f
  <<: { x: 1 }
version: 1.0.0
version: 1.1.0
`;
const document = parse(text);
const slice = (range: Range | undefined) =>
  range && text.slice(range.start.offset, range.end.offset);

test.each<[Path, string, string]>([
  [[], "1:1", "the whole document"],
  [["variant"], "1:10", "a value"],
  [["storage"], "3:3", "a mapping begins with its first key"],
  [["storage", "files"], "4:5", "a list begins with its first dash"],
  [["storage", "files", 0], "4:7", "an item begins behind its dash"],
  [["storage", "files", 0, "mode"], "5:13", "a value in a list"],
  [["storage", "files", 0, "nope"], "4:7", "the deepest that is there"],
  [["storage", "files", 9, "path"], "4:5", "an item that is not there"],
  [["storage", "files", "0"], "4:5", "an item by name"],
  [["storage", "files", 1], "6:7", "an anchor begins its node"],
  [["storage", "files", 1, "path"], "7:13", "below an anchor"],
  [["storage", "files", 2], "8:7", "an alias"],
  [
    ["storage", "files", 2, "path"],
    "8:7",
    "what an alias brings in stands at the alias",
  ],
  [["storage", "x"], "3:3", "what is merged in stands at the mapping"],
  [["storage", "<<", "x"], "9:12", "the merged value itself"],
  [["version"], "11:10", "the last of two keys"],
])("%j stands at %s: %s", (path, place) => {
  const { line, column } = rangeOf(document, path)?.start ?? {};
  expect(`${line}:${column}`).toBe(place);
});

test("a range ends with its node", () => {
  expect(slice(rangeOf(document, ["storage", "files", 0, "mode"]))).toBe(
    "0644",
  );
  expect(slice(rangeOf(document, ["storage", "files", 2]))).toBe("*f");
});

test("a key has a range of its own, and the deepest node stands in for one that is not there", () => {
  expect(slice(keyRangeOf(document, ["storage", "files", 0, "mode"]))).toBe(
    "mode",
  );
  expect(slice(keyRangeOf(document, ["storage", "<<"]))).toBe("<<");
  expect(keyRangeOf(document, ["storage", "nope"])).toEqual(
    rangeOf(document, ["storage"]),
  );
});

test("a node is found by its path alone, not by what stands near it", () => {
  expect(nodeAt(document, ["variant"])).toMatchObject({ value: "flatcar" });
  expect(nodeAt(document, ["variant", "x"])).toBeUndefined();
  expect(nodeAt(document, ["storage", "files", 2, "path"])).toBeUndefined();
});

test("an empty document has no ranges", () => {
  expect(rangeOf(parse(""), ["a"])).toBeUndefined();
});
