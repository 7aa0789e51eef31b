import { expect, test } from "vitest";
import { parse } from "./parse";

const problem = (text: string) => parse(text).report[0];

test.each([
  ["", "nothing at all"],
  ["# only a comment\n", "nothing but a comment"],
  [
    "  a: b\nc: d\n",
    "a line less deep than the first ends the document, and nobody reads on",
  ],
  [
    "a: b\n---\nc: [",
    "mistakes in a second document, beyond what is looked at",
  ],
  ["a: b\n...\nanything", "text behind the end of the document"],
  ['a: "b"#c', "a comment right behind a quote"],
  ["a: |# c\n  b", "a comment right behind a block's mark"],
  ["a: b\t# c", "a tab before a comment"],
  ["# a\n\t# b\nc: d", "a tab before a comment that follows a comment"],
  ["a:\tb", "a tab behind a colon"],
  ["a: [\n\tb\n]", "tabs inside brackets"],
  ["a: b\r\nc:\r\n- d\r\n", "Windows line ends"],
  ["\ufeffa: b", "a byte order mark"],
  ["a: b\u0085c: d", "NEL breaks lines in YAML 1.1"],
  ["a: !foo b", "tags that nobody knows"],
  ["a: !!binary '*'", "text under !!binary, until someone decodes it"],
  ["a: 1\na: 2", "a key that is there twice, until someone decodes it"],
  ["a: &x [*x]", "a list that holds itself, until someone decodes it"],
  ["'a\\': b", "a backslash in single quotes"],
  ["{a, b: }", "keys without values"],
  ["[a: b, ? c]", "pairs in a list"],
  ["%YAML 1.1\n---\na: b", "YAML 1.1 asked for"],
  ["%TAG !e! tag:example.org,2000:\n---\n!e!x a", "a handle that is declared"],
])("%j is read: %s", (text) => {
  expect(problem(text)).toBeUndefined();
});

test.each([
  ["a: b: c", "1:5", "a second colon"],
  [
    "variant flatcar\nversion: 1.1.0",
    "2:8",
    "a colon missing on the line above",
  ],
  ["a: b\nc", "2:1", "a colon missing at the end"],
  ["a:\n    b: c\n  d: e", "3:3", "a line between two depths"],
  ["- a\nb: c", "2:1", "a key among list items"],
  ["a: b\n- c", "2:1", "a list item among keys"],
  ["a:\n\tb: c", "2:1", "a tab as indentation"],
  ["a: b\n\t", "2:1", "a tab on an empty line"],
  ["-\t- a", "1:2", "a tab between two dashes"],
  ["a: |\n\tb", "2:1", "a tab as a block's indentation"],
  ["a: |x\n", "1:5", "text behind a block's mark"],
  ["a: |0\n b", "1:4", "a block indented by nothing"],
  ["a: 'b\nc: d", "1:4", "a quote that is never closed"],
  ['a: "b\n---\nc"', "1:4", "a quote that runs into the next document"],
  ['a: "\\/"', "1:5", "an escape that only YAML 1.2 has"],
  ['a: "\\ud83d"', "1:5", "half of a surrogate pair"],
  ['a: "\\x4"', "1:5", "an escape that is too short"],
  ["a: [b, c", "1:9", "a bracket that is never closed"],
  ["a: [b}", "1:6", "a bracket closed by another"],
  ["a: ]", "1:4", "a bracket that was never opened"],
  ["[a,,b]", "1:4", "two commas"],
  ["[a?b]", "1:3", "a word in brackets ends at a question mark"],
  ["a: @b", "1:4", "a character that begins nothing"],
  ["a: &é b", "1:4", "an anchor with other than plain letters"],
  ["a: *x.y", "1:4", "an alias with a point"],
  ["a: !<x b", "1:4", "a tag without its end"],
  ["a: !e!x b", "1:4", "a handle that nobody declared"],
  ["%YAML 1.2\n---\na", "1:1", "a version that upstream does not take"],
  ["%FOO\n---\na", "1:1", "an unknown directive"],
  ["%YAML 1.1\na: b", "2:2", "a directive without a document's start"],
  ["...", "1:1", "an end before anything began"],
  [
    "a: b\n---\n@",
    "3:1",
    "a mistake in a second document that is still looked at",
  ],
  ["a: \u0007b", "1:4", "a control character"],
  ["a: b\0", "1:5", "NUL"],
  ["a: \ud83d", "1:4", "a lone surrogate, which no file can hold"],
])("%j is refused at %s: %s", (text, place) => {
  const { kind, code, values, range } = problem(text) ?? {};
  expect({ kind, code }).toEqual({ kind: "error", code: "yaml-syntax" });
  expect(values?.reason).toBeTruthy();
  expect(`${range?.start.line}:${range?.start.column}`).toBe(place);
  expect(parse(text).root).toBeNull();
});

test("an alias without anchor is refused by name", () => {
  expect(problem("a: *missing\nb: &missing c")).toMatchObject({
    code: "yaml-unknown-anchor",
    values: { anchor: "missing" },
    range: { start: { line: 1, column: 4 }, end: { line: 1, column: 12 } },
  });
});

test("a range ends with its line, however long the mistake goes on", () => {
  const range = problem("a: 'b\nc: d\ne: f\n")?.range;
  expect(range?.end).toEqual({ line: 1, column: 6, offset: 5 });
});

test.each([
  ["a key of 1024 characters", `${"k".repeat(1024)}: v`, true],
  ["a key of 1025 characters", `${"k".repeat(1025)}: v`, false],
  ["a key counted in characters", `${"😀".repeat(1024)}: v`, true],
  ["a longer one", `${"😀".repeat(1025)}: v`, false],
  ["brackets 10,000 deep", "[".repeat(1e4) + "]".repeat(1e4), true],
  ["brackets one deeper", "[".repeat(10_001) + "]".repeat(10_001), false],
  ["dashes 10,000 deep", "- ".repeat(10_000), true],
  ["dashes one deeper", "- ".repeat(10_001), false],
])("the limits are upstream's: %s", (_, text, taken) => {
  expect(problem(text) === undefined).toBe(taken);
});

test.each([
  ["counts in the 512 bytes that are read at once", 10, true],
  ["does not where nobody reads", 1000, false],
])("a control character behind the document %s", (_, lines, counts) => {
  const text = `a: b\n---\n${"c: d\n".repeat(lines)}\u0007`;
  expect(problem(text) !== undefined).toBe(counts);
});
