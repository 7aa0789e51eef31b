import { expect, test } from "vitest";
import { isMoved } from "./markers";

const lines = (startLineNumber: number, endLineNumber = startLineNumber) => ({
  startLineNumber,
  startColumn: 3,
  endLineNumber,
  endColumn: 5,
});

test.each([
  ["a letter in a line before", "a", lines(1), false],
  ["a letter in its line", "a", lines(4), true],
  ["a letter in a line after", "a", lines(5), false],
  ["a new line before", "\n", lines(1), true],
  ["a new line after", "\n", lines(5), false],
  ["a line before that is taken away", "", lines(1, 2), true],
  ["its line and more taken away", "", lines(3, 9), true],
  ["lines after that are taken away", "", lines(5, 9), false],
])("%s: %j", (_, text, range, moved) => {
  expect(isMoved(lines(4), { text, range })).toBe(moved);
});
