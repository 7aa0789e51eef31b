import { expect, test } from "vitest";
import { stepOf } from "./edit-step";

const change = (text: string, rangeLength = 0, lines = 0) => ({
  text,
  rangeLength,
  range: {
    startLineNumber: 1,
    startColumn: 1,
    endLineNumber: 1 + lines,
    endColumn: 1,
  },
});

test.each([
  ["a letter", change("a"), "typing"],
  ["a new line with its blanks", change("\n      "), "typing"],
  ["a word taken away", change("", 9), "typing"],
  ["two lines joined", change("", 1, 1), "typing"],
  ["a suggestion of one line", change("overwrite: ", 2), "typing"],
  ["a suggestion of two lines", change("files:\n    - path: ", 2), "whole"],
  ["two lines pasted", change("a\nb"), "whole"],
  ["lines taken away", change("", 30, 2), "whole"],
  ["a long piece replaced", change("", 200), "whole"],
] as const)("%s is %s", (_, one, step) => {
  expect(stepOf([one])).toBe(step);
});

test("replacing everywhere is one step", () => {
  const long = change("b".repeat(50), 50);
  expect(stepOf([change("b", 1), long])).toBe("whole");
});
