import { expect, test } from "vitest";
import { changedLines } from "./changed-lines";

test.each([
  ["nothing changed", "a\nb\nc", "a\nb\nc", []],
  ["one line replaced", "a\nb\nc", "a\nx\nc", [2]],
  ["lines added in two places", "a\nb\nc\nd", "a\n1\nb\nc\n2\nd", [2, 5]],
  ["a line removed leaves no new line", "a\nb\nc", "a\nc", []],
  ["a line added at the end", "a\nb", "a\nb\nc", [3]],
  ["everything is new in an empty text", "", "a\nb", [1, 2]],
  ["a repeated line does not shift the rest", "x\na\nx\nb", "x\nx\nb", []],
])("%s", (_reason, before, after, expected) => {
  expect([...changedLines(before, after)]).toEqual(expected);
});

test("a text replaced by another large one counts as changed without a table of millions of cells", () => {
  const text = (word: string) =>
    Array.from({ length: 20_000 }, (_, index) => `${word} ${index}`).join("\n");
  expect(changedLines(text("old"), text("new")).size).toBe(20_000);
});
