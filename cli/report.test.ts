import { expect, test } from "vitest";
import { formatProblems, visible, type Shown } from "./report";

const style = { file: "a.bu", pretty: true, color: false };

function range(
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
) {
  return {
    start: { line, column, offset: 0 },
    end: { line: endLine, column: endColumn, offset: 0 },
  };
}

function block(text: string, at: Shown["range"]): string {
  const problem = { kind: "error", sentence: "Wrong.", range: at } as const;
  return formatProblems([problem], { ...style, text });
}

test.each([
  ["after tabs", "\t\tkey: value", range(1, 8, 1, 13), "\t\t     ^^^^^"],
  [
    "over several lines: to the end of the first",
    "a: |\n  b\n",
    range(1, 4, 2, 4),
    "   ^",
  ],
  ["of nothing: one character", "key:", range(1, 5, 1, 5), "    ^"],
  ["beyond the end of the line", "key:", range(1, 9, 1, 12), "    ^"],
  ["with CRLF", "key: x\r\nb: y\r\n", range(1, 6, 1, 7), "     ^"],
  ["after characters of two code units", "🦊🦊: x", range(1, 5, 1, 6), "    ^"],
])("the caret stands below its place, %s", (_name, text, at, caret) => {
  const lines = block(text, at).split("\n");
  expect(lines[3]).toBe(` 1 | ${text.split(/\r?\n/)[0]}`);
  expect(lines[4]).toBe(`   | ${caret}`);
});

test("a very long line is shown around its problem", () => {
  const text = `${"x".repeat(100_000)}HERE${"y".repeat(100_000)}`;
  const [, , , source, caret] = block(
    text,
    range(1, 100_001, 1, 100_005),
  ).split("\n");
  expect(source!.length).toBeLessThan(200);
  expect(source!.indexOf("HERE")).toBe(caret!.indexOf("^^^^"));
});

test("a problem of the whole text has no line, one of another text its name", () => {
  const problems: Shown[] = [
    { kind: "warning", sentence: "One.", why: "Because.", path: "users" },
    {
      kind: "info",
      sentence: "Two.",
      file: "<butane>",
      range: range(2, 1, 2, 2),
    },
  ];
  expect(formatProblems(problems, { ...style, text: "a\nb\n" })).toBe(
    [
      "warning: One.",
      "  --> a.bu at users",
      "  = Because.",
      "",
      "info: Two.",
      "  --> <butane>:2:1",
      "   |",
      " 2 | b",
      "   | ^",
      "",
    ].join("\n"),
  );
  expect(formatProblems(problems, { ...style, pretty: false, text: "" })).toBe(
    "a.bu: warning: One. Because. [users]\n<butane>:2:1: info: Two.\n",
  );
});

test("what would act on a terminal is made visible", () => {
  expect(visible("a\u001b[2Jb\u009bc\u202ed\u0007\te\nf")).toBe(
    "a�[2Jb�c�d�\te\nf",
  );
});
