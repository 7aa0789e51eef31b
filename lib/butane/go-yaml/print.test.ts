import { expect, test } from "vitest";
import { printYaml } from "./print";

test.each<[unknown, string, string]>([
  ["core", "a: core", "a plain text"],
  ["", 'a: ""', "an empty text would be null"],
  ["~", 'a: "~"', "would be null"],
  ["yes", 'a: "yes"', "older parsers read a truth value"],
  ["190:20:30", 'a: "190:20:30"', "older parsers read a number in base 60"],
  ["0644", 'a: "0644"', "would be a number"],
  ["2001-01-01", 'a: "2001-01-01"', "would be a date"],
  ["<<", "a: <<", "a merge key is one only as a key"],
  ["- x", "a: '- x'", "looks like an item"],
  ["x: y", "a: 'x: y'", "looks like a mapping"],
  ["x:y", "a: x:y", "a colon alone means nothing"],
  ["x #y", "a: 'x #y'", "would be a comment"],
  ["x#y", "a: x#y", "a hash alone means nothing"],
  ["it's - ", "a: 'it''s - '", "quotes are doubled"],
  ["x\ty", 'a: "x\\ty"', "a tab is escaped"],
  ["😀é", 'a: "\\U0001F600é"', "the higher planes are escaped"],
  ["\ufeffx y", 'a: "\\uFEFF\\x78\\x20\\x79"', "all behind a byte order mark"],
  ["x\u2028y", "a: 'x\u2028  y'", "a separator counts as a line"],
  ["x\ny\n", "a: |\n  x\n  y\n", "lines"],
  ["x\ny", "a: |-\n  x\n  y", "lines without an end"],
  ["x\n\n", "a: |+\n  x\n\n", "lines with an empty end"],
  [" x\ny", "a: |2-\n   x\n  y", "the first line is indented"],
  ["\nx", "a: |2-\n  x", "an empty first line is lost, upstream too"],
  ["x \ny", 'a: "x \\ny"', "a space at the end of a line"],
  ["x\n\ty", "a: |-\n  x\n  \ty", "tabs stay in lines"],
  ["x".repeat(300), `a: ${"x".repeat(300)}`, "long texts are not folded"],
  [420, "a: 420", "a number"],
  [999_999, "a: 999999", "the last number without an exponent"],
  [1_000_000, "a: 1e+06", "a million"],
  [-12_345_678, "a: -1.2345678e+07", "many digits"],
  [2 ** 53, "a: 9.007199254740992e+15", "what a float cannot tell apart"],
  [true, "a: true", "a truth value"],
  [null, "a: null", "nothing"],
  [[], "a: []", "an empty list"],
  [{}, "a: {}", "an empty mapping"],
  [["x", ["z"]], "a:\n  - x\n  - - z", "lists"],
  [
    [{ b: 1, c: [{}] }],
    "a:\n  - b: 1\n    c:\n      - {}",
    "mappings in lists",
  ],
])("%j is written %j: %s", (value, expected) => {
  expect(printYaml({ a: value })).toBe(expected);
});

test.each([
  ["yes", '"yes": 1', "quoted as any text"],
  ["x\u2028y", "? 'x\u2028  y'\n: 1", "more than one line"],
  ["x\ny", "? |-\n  x\n  y\n: 1", "more than one line"],
  ["é".repeat(64), `${"é".repeat(64)}: 1`, "128 bytes are still short"],
  ["é".repeat(65), `? ${"é".repeat(65)}\n: 1`, "129 bytes are not"],
])("the key %j is written %j: %s", (key, expected) => {
  expect(printYaml({ [key]: 1 })).toBe(expected);
});

test.each([
  ["a1 a2 a10", "digits count by their number"],
  ["a1 a01", "an equal number with fewer digits first"],
  ["a100 a1000", "a number that goes on"],
  ["_ B a.x b", "letters come last, by their code"],
  ["a1b a1-", "but behind a digit they come first"],
  ["a ab", "the shorter one first"],
  ["90000000000000000000 1", "more digits than 64 bits hold are negative"],
])("the keys %s stand in this order: %s", (keys) => {
  const values = keys.split(" ").map((key) => [key, true]);
  for (const all of [values, values.toReversed()]) {
    const printed = printYaml(Object.fromEntries(all));
    expect(printed.replace(/: true|"/g, "").replaceAll("\n", " ")).toBe(keys);
  }
});
