import { expect, test } from "vitest";
import { fuzzInput } from "./inputs";
import { ours } from "./probe";
import { fuzz } from "./run";

test("the same seed and index give the same input", () => {
  expect(fuzzInput(7, 3, 1000).text).toBe(fuzzInput(7, 3, 1000).text);
  expect(fuzzInput(7, 3, 1000).text).not.toBe(fuzzInput(7, 4, 1000).text);
});

test("the library answers 400 random texts", () => {
  const { tried, failures } = fuzz({ seed: 1, count: 400, most: 20_000 });
  expect(failures).toEqual([]);
  expect(tried).toBe(400);
}, 120_000);

/** Ours, but where `when` holds it does something else. */
const broken = (when, instead) => ({
  ...ours,
  transpile: (text, files) =>
    when(text) ? instead() : ours.transpile(text, files),
});
const outside = { line: 1, column: 1, offset: 1_000_000 };
/** Longer than any bound here; between two looks at the clock it works, because looking is the system's time. */
const burn = () => {
  const end = process.cpuUsage().user + 3_000_000;
  while (process.cpuUsage().user < end) {
    for (let round = 0; round < 1e6; round++) Math.imul(round, round);
  }
};

test.each([
  [
    "throws",
    () => {
      throw new RangeError("too far");
    },
  ],
  ["says nothing", () => ({ output: null, report: [] })],
  [
    "points outside",
    () => ({
      output: "",
      report: [{ kind: "info", range: { start: outside, end: outside } }],
    }),
  ],
])(
  "a library that %s is found out, smallest text first",
  (trouble, instead) => {
    const subject = broken((text) => text.includes("&a"), instead);
    const { failures } = fuzz({ seed: 1, count: 60, most: 5_000, subject });
    expect(failures.length).toBeGreaterThan(1);
    expect(failures[0]).toMatchObject({ trouble, text: "&a" });
  },
);

test("a library that is slow is found out", () => {
  let left = 2;
  const subject = broken(
    () => left-- > 0,
    () => {
      burn();
      return { output: "", report: [] };
    },
  );
  const { failures } = fuzz({ seed: 1, count: 1, most: 20, subject });
  expect(failures.map(({ trouble }) => trouble)).toEqual(["slow"]);
}, 120_000);
