import { expect, test } from "vitest";
import { counted, listed, quote } from "./words";

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [16384, "16,384"],
  [1234567, "1,234,567"],
])("%j is written %s", (value, text) => {
  expect(counted(value)).toBe(text);
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("%j in a sentence is %s", (words, text) => {
  expect(listed(words)).toBe(text);
});

test("somebody else's words stay on one line, turn nothing around and end", () => {
  expect(quote(" a\n\u202eb\u00a0c ")).toBe("a b c");
  expect(quote("x".repeat(64))).toBe("x".repeat(64));
  expect(quote("😀".repeat(65))).toBe(`${"😀".repeat(63)}…`);
  expect(quote("abcdef", 4)).toBe("abc…");
});
