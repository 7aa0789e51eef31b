import { expect, test } from "vitest";
import type { Problem } from "@/lib/pipeline";
import { helpWords } from "./help-words";
import { problemCount } from "./problem-count";

test("help says what a key does, then the facts about it", () => {
  const words = helpWords({
    start: 0,
    end: 4,
    title: "storage.filesystems[].format",
    says: "Kind of filesystem.",
    type: "text",
    required: true,
    choices: ["ext4", "xfs"],
    since: "1.1.0",
    tooNew: true,
  });
  expect(words.split("\n\n")).toEqual([
    "**storage.filesystems\\[\\].format**",
    "Kind of filesystem.",
    "text, required · one of `ext4`, `xfs` · since spec version 1.1.0",
    "This document follows an earlier version, which does not have it.",
  ]);
});

const at = { line: 1, column: 1, offset: 0 };
const problem = (kind: Problem["kind"], placed = true): Problem => ({
  kind,
  code: "any",
  sentence: "Something is wrong.",
  ...(placed ? { range: { start: at, end: at } } : {}),
});

test.each([
  [[], "No problems in the text"],
  [[problem("error")], "1 error"],
  [
    [problem("warning"), problem("warning"), problem("info")],
    "2 warnings, 1 note",
  ],
  [[problem("error", false)], "No problems in the text"],
])("problems are counted where they have a place: %#", (problems, words) => {
  expect(problemCount(problems)).toBe(words);
});
