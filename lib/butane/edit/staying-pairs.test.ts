import fc from "fast-check";
import { expect, test } from "vitest";
import { stayingPairs } from "./staying-pairs";

function staying(before: string, after: string): string {
  const pairs = stayingPairs(
    before.length,
    after.length,
    (one, other) => before[one] === after[other],
  );
  expect(pairs.map(([, other]) => after[other]).join("")).toBe(
    pairs.map(([one]) => before[one]).join(""),
  );
  return pairs.map(([one]) => before[one]).join("");
}

test.each([
  ["", "", ""],
  ["abc", "abc", "abc"],
  ["abc", "ac", "ac"],
  ["ab", "xaby", "ab"],
  ["qnab", "qax", "qa"],
  ["abcd", "bxd", "bd"],
  ["aab", "ab", "ab"],
  ["ab", "ba", "b"],
])("of %s and %s, %s stays", (before, after, row) => {
  expect(staying(before, after)).toBe(row);
});

test("what was taken out or put in leaves all else where it is", () => {
  const items = fc.array(fc.constantFrom(..."abc"), { maxLength: 20 });
  fc.assert(
    fc.property(items, fc.nat(20), fc.nat(5), (before, at, count) => {
      const after = before.toSpliced(at, count);
      expect(staying(before.join(""), after.join(""))).toBe(after.join(""));
      expect(staying(after.join(""), before.join(""))).toBe(after.join(""));
    }),
  );
});

test("lists too long to compare keep their beginning and their end", () => {
  const before = Array.from({ length: 3000 }, (_, index) => index);
  const after = before.map((one) => (one % 100 === 50 ? -one : one));
  const pairs = stayingPairs(
    3000,
    3000,
    (one, other) => before[one] === after[other],
  );
  expect(pairs).toHaveLength(50 + 49);
});
