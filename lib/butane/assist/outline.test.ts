import { expect, test } from "vitest";
import { outlineOf } from "./outline";

const folds = (text: string) =>
  outlineOf(text).map(
    ({ title, line, lastLine }) => `${title} ${line}-${lastLine}`,
  );

test.each([
  [
    "a list right below its key",
    "storage:\n  files:\n  - path: /a\n    mode: 0644\n  - path: /b\n    mode: 0600\n",
    ["storage 1-6", "files 2-6", "/a 3-4", "/b 5-6"],
  ],
  [
    "a text, whose empty lines are its own",
    "a:\n  inline: |\n    one\n\n    two\n\nb: 1\n",
    ["a 1-5", "inline 2-5"],
  ],
  [
    "comments and empty lines between parts belong to neither",
    "a:\n  b: 1\n\n# about c\nc:\n  d: 1\n",
    ["a 1-2", "c 5-6"],
  ],
  [
    "what is half written",
    "a:\n  b:\n    - c: 1\n      d",
    ["a 1-4", "b 2-4", "1 3-4"],
  ],
  ["one line each", "a: 1\nb: 2\n", []],
])("%s", (_, text, expected) => {
  expect(folds(text)).toEqual(expected);
});
