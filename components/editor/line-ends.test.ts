import fc from "fast-check";
import { expect, test } from "vitest";
import { keepLineEnds, shownOffset, shownText } from "./line-ends";

test.each([
  ["a\r\nb\r\nc\r\n", "a\nx\nc\n", "a\r\nx\r\nc\r\n", "a line changed"],
  ["a\r\nb\r\n", "a\nnew\nb\n", "a\r\nnew\r\nb\r\n", "a line added"],
  ["a\r\nb\nc\r\n", "a\nb\nx\n", "a\r\nb\nx\r\n", "mixed ends"],
  ["a\r\nb", "a\nb\nc", "a\r\nb\r\nc", "a line at the end"],
  ["a\r\nb\r\n", "a", "a", "lines taken away at the end"],
  ["a\r\n", "", "", "everything taken away"],
  ["\uFEFFa\n", "b\n", "\uFEFFb\n", "a byte order mark"],
  ["a\nb\n", "a\nc\n", "a\nc\n", "nothing to keep"],
])("%j shown as %j is %j: %s", (text, shown, expected) => {
  expect(keepLineEnds(text, shown)).toBe(expected);
});

const line = fc.constantFrom("a", "b", "", "c");
const ended = fc
  .tuple(fc.array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\r"))), line)
  .map(([lines, last]) => lines.flat().join("") + last);

test("what is kept is shown as what was typed", () => {
  fc.assert(
    fc.property(ended, fc.array(line), (text, typed) => {
      const shown = typed.join("\n");
      expect(shownText(keepLineEnds(text, shown))).toBe(shown);
      expect(keepLineEnds(text, shownText(text))).toBe(text);
    }),
  );
});

test("an offset is that of the same character", () => {
  const text = "\uFEFFa\r\nbc\r\n";
  expect(shownText(text)[shownOffset(text, text.indexOf("c"))]).toBe("c");
});
