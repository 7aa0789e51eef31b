import { expect, test } from "vitest";
import { diffParts, diffRows } from "./diff-rows";

const text = (...lines: string[]) => `${lines.join("\n")}\n`;
const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => `line ${at + 1}`);

test.each([
  ["the same", text("a"), text("a"), ["same 1|1"]],
  [
    "one for another",
    text("a", "b"),
    text("a", "c"),
    ["same 1|1", "changed 2|2"],
  ],
  ["two for one", text("a", "b"), text("c"), ["changed 1|1", "removed 2|"]],
  ["one more", text("a"), text("a", "b"), ["same 1|1", "added |2"]],
  ["nothing", "", "", []],
])("%s", (_, before, after, expected) => {
  expect(
    diffRows(before, after).map(
      ({ kind, before: old, after: now }) =>
        `${kind} ${old?.number ?? ""}|${now?.number ?? ""}`,
    ),
  ).toEqual(expected);
});

test("three lines stay in sight around a change, the rest is folded", () => {
  const before = numbered(40);
  const after = before.map((line, at) => (at === 19 ? "other" : line));
  expect(
    diffParts(text(...before), text(...after)).map(
      ({ kind, rows }) => `${kind} ${rows.length}`,
    ),
  ).toEqual(["same 16", "rows 7", "same 17"]);
});

test("a stretch of a few lines is not folded", () => {
  const before = numbered(11);
  const after = before.map((line, at) => (at === 0 || at === 10 ? "x" : line));
  expect(
    diffParts(text(...before), text(...after)).map(({ kind }) => kind),
  ).not.toContain("same");
});

test("texts that are the same are one folded stretch", () => {
  const lines = text(...numbered(9));
  expect(diffParts(lines, lines)).toHaveLength(1);
});
