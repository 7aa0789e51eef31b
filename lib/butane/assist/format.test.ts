import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../source";
import { formatText } from "./format";

test.each([
  [
    "lists stand a step below their key",
    "storage:\n  files:\n  - path: /a\n    mode: 0644\n",
    "storage:\n  files:\n    - path: /a\n      mode: 0644\n",
  ],
  [
    "two columns a level",
    "storage:\n    files:\n        -   path: /a\n            mode:   0644\n",
    "storage:\n  files:\n    - path: /a\n      mode: 0644\n",
  ],
  [
    "the lines of a text keep their indentation among each other",
    "a:\n    inline: |\n          one\n            two\n\n          three\n    b: 1\n",
    "a:\n  inline: |\n    one\n      two\n\n    three\n  b: 1\n",
  ],
  [
    "comments move with what they are about",
    "a:\n    # why b\n    b: 1 # and how\n    # at the end\nc: 2\n",
    "a:\n  # why b\n  b: 1 # and how\n  # at the end\nc: 2\n",
  ],
  [
    "blanks at the ends of lines, empty lines in a row, at the start and at the end",
    "\n\na: 1  \n\n\n\nb: 2\t\n\n",
    "a: 1\n\nb: 2\n",
  ],
  ["the last line ends", "a: 1", "a: 1\n"],
  [
    "braces over several lines move as they are",
    "a:\n    b: {\n        c: 1,\n    }\n",
    "a:\n  b: {\n      c: 1,\n  }\n",
  ],
  [
    "items in items",
    "a:\n- - 1\n  - 2\n-   b: 3\n    c: 4\n",
    "a:\n  - - 1\n    - 2\n  - b: 3\n    c: 4\n",
  ],
  ["CRLF stays", "a:\r\n    b: 1\r\n", "a:\r\n  b: 1\r\n"],
  [
    "a text with a digit keeps its distance",
    "a:\n    b: |2\n        one\n      two\n",
    "a:\n  b: |2\n      one\n    two\n",
  ],
  [
    "quoted texts over several lines",
    'a:\n    b: "one\n      two"\n    c: 1\n',
    'a:\n  b: "one\n    two"\n  c: 1\n',
  ],
  ["aligned comments stay aligned as typed", "a: 1   # x\n", "a: 1   # x\n"],
])("%s", (_, text, expected) => {
  expect(formatText(text)).toBe(expected);
});

test.each([
  ["broken YAML", "a: [\nb:   1\n"],
  ["nothing", ""],
  ["only blanks", "  \n \n"],
])("%s is left alone", (_, text) => {
  expect(formatText(text)).toBe(text);
});

describe("laws", () => {
  const key = fc.stringMatching(/^[a-z][a-z_]{0,5}$/);
  const scalar = fc.oneof(
    fc.stringMatching(/^[a-z0-9/.]{1,8}$/),
    fc.constantFrom("0644", "true", '"a # b"', "'it''s'", "~"),
  );
  const blanks = fc.constantFrom("", "", " ", "  ");
  const step = fc.constantFrom(1, 2, 3, 4);
  /** Lines of a mapping, indented any way that YAML takes. */
  const { mapping } = fc.letrec<{ mapping: string[]; value: string[] }>(
    (tie) => ({
      value: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.tuple(scalar, blanks).map(([said, trail]) => [` ${said}${trail}`]),
        fc
          .tuple(
            step,
            fc.array(fc.constantFrom("x", "  y: 1", "", "- z #"), {
              minLength: 1,
            }),
          )
          .map(([deep, lines]) => [
            " |",
            ...lines.map((line) => " ".repeat(deep) + "t" + line),
          ]),
        fc
          .tuple(step, tie("mapping"))
          .map(([deep, lines]) => [
            "",
            ...lines.map((line) => " ".repeat(deep) + line),
          ]),
        fc
          .tuple(
            fc.nat(3),
            step,
            fc.array(tie("mapping"), { minLength: 1, maxLength: 3 }),
          )
          .map(([deep, gap, items]) => [
            "",
            ...items.flatMap((lines) =>
              lines.map(
                (line, index) =>
                  " ".repeat(deep) +
                  (index === 0 ? "-" : " ") +
                  " ".repeat(gap) +
                  line,
              ),
            ),
          ]),
      ),
      mapping: fc
        .uniqueArray(
          fc.tuple(key, tie("value"), fc.constantFrom("", "", "# why")),
          {
            selector: ([name]) => name,
            minLength: 1,
            maxLength: 4,
          },
        )
        .map((pairs) =>
          pairs.flatMap(([name, [first, ...more], why], index) => [
            ...(why && index > 0 ? [why] : []),
            `${name}:${first}`,
            ...more,
          ]),
        ),
    }),
  );
  const document = mapping.map((lines) => `${lines.join("\n")}\n`);

  test("formatting changes white space only, and doing it again changes nothing", () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(parse(text).report).toEqual([]);
        const neat = formatText(text);
        expect(neat.replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
        expect(plain(neat)).toEqual(plain(text));
        expect(formatText(neat)).toBe(neat);
      }),
    );
  });
});

function plain(text: string): unknown {
  return JSON.parse(
    JSON.stringify(parse(text).root, (name, value: unknown) =>
      ["start", "end", "content"].includes(name) ? undefined : value,
    ),
  );
}
