import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "@/lib/butane";
import { minimalEdits } from "./minimal-edits";

test.each([
  ["a\nb\nc\n", "a\nbx\nc\n", [{ start: 3, end: 3, text: "x" }]],
  ["a\nb\nc\n", "a\nc\n", [{ start: 2, end: 4, text: "" }]],
  [
    "a: 1\nb: 2\nc: 3\n",
    "a: 9\nb: 2\nc: 8\n",
    [
      { start: 3, end: 4, text: "9" },
      { start: 13, end: 14, text: "8" },
    ],
  ],
  ["a", "a\nb", [{ start: 1, end: 1, text: "\nb" }]],
  ["a\nb", "a", [{ start: 1, end: 3, text: "" }]],
  ["", "a", [{ start: 0, end: 0, text: "a" }]],
  ["same", "same", []],
])("%j to %j", (before, after, expected) => {
  expect(minimalEdits(before, after)).toEqual(expected);
});

test("edits applied to the one text give the other", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "ab", "", "c: 1"), { maxLength: 8 })
    .map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyEdits(before, minimalEdits(before, after))).toBe(after);
    }),
    { numRuns: 2000 },
  );
});
