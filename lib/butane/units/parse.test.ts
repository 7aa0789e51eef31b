import { expect, test } from "vitest";
import { hasInstallSection, parseUnit } from "./parse";

function read(text: string) {
  const unit = parseUnit(text);
  return unit.ok
    ? unit.options.map(({ section, name, value }) => [section, name, value])
    : unit.problem;
}

test.each<[text: string, options: string[][], reason: string]>([
  ["", [], "an empty text has no options"],
  ["[Unit]\n", [], "a section without options leaves no trace"],
  ["[Unit]\nA=b", [["Unit", "A", "b"]], "the last line needs no end"],
  ["[Unit]\nA = b \n", [["Unit", "A", "b"]], "space around both is dropped"],
  ["[Unit]\nA=\n", [["Unit", "A", ""]], "a value may be empty"],
  ["[Unit]\nA=b=c", [["Unit", "A", "b=c"]], "only the first = parts"],
  ["[Unit]\n=v", [["Unit", "", "v"]], "a name may be empty"],
  [
    "junk\n[Unit]\nA=b",
    [["Unit", "A", "b"]],
    "text before sections is skipped",
  ],
  ["# [X]\n[Unit]\n; A=b\n", [], "comments begin with # or ;"],
  [
    "[Unit]\n# a \\\nA=b\nB=c",
    [["Unit", "B", "c"]],
    "a comment is continued, too",
  ],
  ["[Unit]\n# a \\ \nA=b", [], "even with a space behind the backslash"],
  [
    "[Unit]\nA=b \\\n  c",
    [["Unit", "A", "b \\\n  c"]],
    "a continued value keeps its break",
  ],
  [
    "[Unit]\nA=b\\\n\nB=c",
    [
      ["Unit", "A", "b\\\n"],
      ["Unit", "B", "c"],
    ],
    "a blank line ends a value",
  ],
  [
    "[Unit]\nA=b\\",
    [["Unit", "A", "b\\"]],
    "a backslash at the very end joins nothing",
  ],
  ["[Unit]\r\nA=b\r\n", [["Unit", "A", "b"]], "lines may end as on Windows"],
  ["[A]\n[B]\nC=d", [["B", "C", "d"]], "the section in force counts"],
  ["[Unit]\nÄ=ö", [["Unit", "Ä", "ö"]], "text need not be ASCII"],
  ["[Unit]\n\u00a0A=b", [["Unit", "A", "b"]], "a no-break space is space"],
])("%j is read: %s", (text, options) => {
  expect(read(text)).toEqual(options);
});

test.each([
  ["[Unit", "section-unclosed", "no closing bracket anywhere"],
  ["[Unit] x\n", "section-garbage", "text behind a section's name"],
  ["[Unit]\nfoo\n", "line-without-equals", "a line that is no option"],
  ["[Unit]\nfoo", "unfinished-option", "the text ends in an option's name"],
  ["[Unit]\n\ufeffA\n", "line-without-equals", "a byte order mark is no space"],
])("%j is refused as %s: %s", (text, problem) => {
  expect(read(text)).toBe(problem);
});

test.each([
  [["A=", 2046], "line-too-long", "one byte too many with its end"],
  [["A=", 2045], "ok", "just fits"],
  [["# ", 3000], "line-too-long", "comments count as well"],
  [["A=", 3000, "\nB=", 1], "line-too-long", "wherever it stands"],
  [
    ["A=", 1990, "\nB=", 2000, "\nC=", 2050],
    "ok",
    "goes unseen where upstream's buffer of 4096 bytes ends inside it",
  ],
])("a section with lines %j: %s, %s", (pieces, expected) => {
  const lines = pieces.map((piece) =>
    typeof piece === "number" ? "x".repeat(piece) : piece,
  );
  const unit = parseUnit(`[S]\n${lines.join("")}\n`);
  expect(unit.ok ? "ok" : unit.problem).toBe(expected);
});

test("the length of a line counts in bytes", () => {
  const unit = (letters: number) =>
    parseUnit(`[S]\nA=${"é".repeat(letters)}\n`);
  expect(unit(1022).ok).toBe(true);
  expect(unit(1023).ok).toBe(false);
});

test.each([
  ["[Install]\nWantedBy=a", true, "has something in it"],
  ["[Install]\n", false, "an empty one does nothing"],
  ["[install]\nWantedBy=a", false, "case counts"],
  ["[Service]\nA=b", false, "another section"],
  ["[Install", false, "no unit file at all"],
])("install section of %j is %s: %s", (text, expected) => {
  expect(hasInstallSection(parseUnit(text))).toBe(expected);
});
