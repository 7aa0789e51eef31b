import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeDataUrl } from "../resource";
import { transpile } from "../transpile";
import { openScalars } from "./open-scalars";

const header = "variant: flatcar\nversion: 1.1.0\n";
const wanted = (value: string) => value.includes("X");
const contentsOf = (text: string): (string | undefined)[] => {
  const { ignition, report } = transpile(text);
  expect(report).toEqual([]);
  const { storage } = ignition as unknown as {
    storage: { files: { contents: { source: string } }[] };
  };
  return storage.files.map(({ contents }) =>
    new TextDecoder().decode(decodeDataUrl(contents.source)),
  );
};

test.each([
  ["plain", "inline: aXb # why\n"],
  ["single quotes", "inline: 'a''X' # why\n"],
  ["double quotes", 'inline: "\\tX"\n'],
  ["a block", "inline: |\n            a\n            X\n"],
  ["a block that keeps its lines", "inline: |+\n            X\n\n"],
  ["a block at the end", "inline: |-\n            X"],
  ["folded", "inline: >\n            a\n            X\n"],
  ["a tag and an anchor", "inline: &a !!str X\n"],
  ["many lines", "inline: a\n            X\n"],
])("a string in %s becomes the value and nothing else", (_, lines) => {
  const text = `${header}storage:\n  files:\n    - path: /etc/a\n      contents:\n          ${lines}`;
  const { values, fill } = openScalars(text, wanted);
  expect(values).toHaveLength(1);
  expect(fill(values)).toBe(text);
  for (const value of ['"\n- a: b\n#', "X", "null", "é€ %41"])
    expect(contentsOf(fill([value]))).toEqual([value]);
  if (text.endsWith("\n")) expect(fill([""]).endsWith("\n")).toBe(true);
});

test("keys, comments and other types are not asked for", () => {
  const text = "X: 1\n# X\na: !!binary X\nb: [X, {c: X}]\n? X\n: X\n";
  expect(openScalars(text, wanted).values).toEqual(["X", "X", "X"]);
  expect(openScalars("a: [X", wanted).values).toEqual([]);
  expect(openScalars("", wanted).values).toEqual([]);
});

test("any value comes back from the text as it went in", () => {
  const text = `${header}storage: {files: [{path: /etc/a, contents: {inline: X}}, {path: /etc/b, contents: {inline: "X"}}]}\n`;
  const { fill } = openScalars(text, wanted);
  const value = fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(value, value, (one, other) => {
      const again = openScalars(fill([one, other]), () => true);
      expect(again.values.slice(-3)).toEqual([one, "/etc/b", other]);
    }),
  );
});
