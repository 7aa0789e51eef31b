import { expect, test } from "vitest";
import { parse } from "./parse";
import { positionAt } from "./positions";

test.each([
  ["a: b", 0, "1:1", "the beginning"],
  ["a: b\nc", 5, "2:1", "the second line"],
  ["a: b\nc", 4, "1:5", "the break belongs to its line"],
  ["a: b\r\nc", 6, "2:1", "CR LF is one break"],
  ["a\rb\u0085c\u2028d\u2029e", 8, "5:1", "all five breaks of YAML 1.1"],
  ["é: x", 3, "1:4", "columns are not bytes"],
  ["😀: x", 4, "1:4", "columns are characters, not code units"],
  ["\ufeffa: b", 1, "1:1", "a byte order mark takes no room"],
  ["a", 99, "1:2", "behind the end"],
  ["a", -1, "1:1", "before the beginning"],
])("in %j offset %d is %s: %s", (text, offset, place) => {
  const { line, column } = positionAt(parse(text), offset);
  expect(`${line}:${column}`).toBe(place);
});
