import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareLines, linesOf, type LineMatch } from "./lines";

/** What a comparison says in the usual notation. */
function shown(before: readonly string[], after: readonly string[]): string[] {
  return compareLines(before, after).map((one) =>
    one.kind === "same"
      ? ` ${before[one.before]}`
      : one.kind === "removed"
        ? `-${before[one.before]}`
        : `+${after[one.after]}`,
  );
}

test.each([
  ["nothing", "", "", ""],
  ["the same", "a b", "a b", " a  b"],
  ["all new", "", "a b", "+a +b"],
  ["all gone", "a b", "", "-a -b"],
  ["one changed", "a b c", "a x c", " a -b +x  c"],
  ["one put in", "a c", "a b c", " a +b  c"],
  ["one twice", "a b", "a a b", " a +a  b"],
  ["two swapped", "a b", "b a", "-a  b +a"],
  ["a block moved", "a b c d", "c d a b", "-a -b  c  d +a +b"],
])("%s: %j → %j", (_, before, after, expected) => {
  const words = (text: string) => text.split(" ").filter(Boolean);
  const said = shown(words(before), words(after));
  expect(said.join(" ")).toBe(expected);
});

const lines = fc.array(fc.constantFrom("a", "b", "c", "d", ""), {
  maxLength: 90,
});

/** The table, cell by cell. */
function longest(before: readonly string[], after: readonly string[]): number {
  let row = new Array<number>(after.length + 1).fill(0);
  for (const line of before) {
    const next = [0];
    after.forEach((other, at) =>
      next.push(
        line === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!),
      ),
    );
    row = next;
  }
  return row.at(-1)!;
}

describe("law: a comparison of lines", () => {
  test("leads from one text to the other, and keeps as many lines as can be kept", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const all = compareLines(before, after);
        const side = (key: "before" | "after") =>
          all.flatMap((one) => (key in one ? [one[key as never]] : []));
        expect(side("before")).toEqual(before.map((_, index) => index));
        expect(side("after")).toEqual(after.map((_, index) => index));
        const same = all.filter(isSame);
        for (const one of same)
          expect(before[one.before]).toBe(after[one.after]);
        expect(same.length).toBe(longest(before, after));
      }),
      { numRuns: 500 },
    );
  });
});

const isSame = (one: LineMatch) => one.kind === "same";

test("3,000 lines take less than 50 ms, whatever they are", () => {
  const random = (seed: number) =>
    fc.sample(fc.array(fc.nat(400), { minLength: 3000, maxLength: 3000 }), {
      numRuns: 1,
      seed,
    })[0]!;
  const worst = [random(1), random(2)].map((all) => all.map(String));
  const times = Array.from({ length: 4 }, () => {
    const start = performance.now();
    compareLines(worst[0]!, worst[1]!);
    return performance.now() - start;
  });
  // The best of a few, because other programs run on the same machine.
  expect(Math.min(...times)).toBeLessThan(50);
});

test("texts too large for a table are different throughout", () => {
  const before = Array.from({ length: 20_000 }, (_, at) => `${at % 7}`);
  const after = [...before].reverse().concat("end");
  const all = compareLines(["x", ...before], ["y", ...after]);
  expect(all.some(isSame)).toBe(false);
  expect(all).toHaveLength(40_003);
});

test("a final line end begins no line", () => {
  expect(linesOf("a\n\nb\n")).toEqual(["a", "", "b"]);
  expect(linesOf("a")).toEqual(["a"]);
  expect(linesOf("")).toEqual([]);
});
