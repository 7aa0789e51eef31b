import fc from "fast-check";
import { expect, test } from "vitest";
import { readDelimited } from "./read-delimited";

const cellsOf = (text: string) =>
  readDelimited(text).rows.map(({ cells }) => cells);

test.each([
  [
    "commas",
    "a,b\n1,2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "semicolons, as a German spreadsheet",
    "a;b\n1,5;2\n",
    [
      ["a", "b"],
      ["1,5", "2"],
    ],
  ],
  [
    "tabs, as pasted",
    "a\tb, c\n1\t2",
    [
      ["a", "b, c"],
      ["1", "2"],
    ],
  ],
  [
    "a byte order mark and CRLF",
    "\ufeffa,b\r\n1,2\r\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  ["old Mac line ends", "a\r1\r", [["a"], ["1"]]],
  ["one column", "a\n1\n2", [["a"], ["1"], ["2"]]],
  [
    "a separator that is named",
    "sep=;\r\na;b,c,d\r\n1;2\r\n",
    [
      ["a", "b,c,d"],
      ["1", "2"],
    ],
  ],
  [
    "a named separator as a spreadsheet saves it again",
    '\ufeff"sep=|"\na|b\n',
    [["a", "b"]],
  ],
  ["a named separator for every column", "SEP=,,,\na,b\n", [["a", "b"]]],
  ["a named tab", "sep=\t\na;b\tc\n", [["a;b", "c"]]],
  ["a separator that is named and nothing else", "sep=;", []],
  [
    "quotes",
    '"a",b\n"1,""2""\nx",3',
    [
      ["a", "b"],
      ['1,"2"\nx', "3"],
    ],
  ],
  [
    "a separator in a quoted heading",
    '"a,b,c";d\n1;2',
    [
      ["a,b,c", "d"],
      ["1", "2"],
    ],
  ],
  [
    "blanks",
    ' a , b \n 1 , " 2 " \n',
    [
      ["a", "b"],
      ["1", " 2 "],
    ],
  ],
  [
    "empty cells, meant and not",
    'a,b,c\n,"",\n',
    [
      ["a", "b", "c"],
      [null, "", null],
    ],
  ],
  ["lines without text", "\n\na\n  \n,,\n1\n\n", [["a"], ["1"]]],
  ["nothing", "", []],
])("reads %s", (_, text, rows) => {
  expect(cellsOf(text)).toEqual(rows);
  expect(readDelimited(text).faults).toEqual([]);
});

test("rows know their line, behind cells of several lines too", () => {
  const { rows } = readDelimited('a\n\n"x\r\ny"\n"z"\n');
  expect(rows.map(({ line }) => line)).toEqual([1, 3, 5]);
});

test.each([
  ['a,b\n1,"2\n3', 2, /never closed/],
  ['a,b\n1,"2"x\n', 2, /behind a closing quote/],
])("%j has a fault in line %i", (text, line, sentence) => {
  expect(readDelimited(text).faults).toEqual([
    { line, sentence: expect.stringMatching(sentence) as string },
  ]);
});

test("what is written as RFC 4180 has it comes back", () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 12 });
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n"),
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
        maxLength: 5,
      }),
      (separator, newline, rows) => {
        const lines = rows.map((row) => row.map(quote).join(separator));
        const text = [`a${separator}b`, ...lines].join(newline);
        expect(cellsOf(text).slice(1)).toEqual(rows);
      },
    ),
  );
});

test("any text is read, in time that grows with it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'a,;\t"\n\r ') }),
      (text) => {
        for (const { cells } of readDelimited(text).rows)
          expect(cells.length).toBeGreaterThan(0);
      },
    ),
  );
  const start = performance.now();
  expect(readDelimited(`a,b\n${'x,"y"\n'.repeat(100_000)}`).rows).toHaveLength(
    100_001,
  );
  expect(performance.now() - start).toBeLessThan(5_000);
});

test("lines are counted from the one that names the separator", () => {
  expect(readDelimited("sep=;\na\n1").rows).toMatchObject([
    { line: 2 },
    { line: 3 },
  ]);
});

test("a separator that cannot be one is told", () => {
  expect(readDelimited("sep=x\naxb\n").faults).toMatchObject([{ line: 1 }]);
});
