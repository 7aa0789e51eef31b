import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fileWord, shellWord } from "./quote";

test.each([
  ["node-1", "node-1", "plain words stay readable"],
  ["node 1", "'node 1'", "a space"],
  ["it's", "'it'\\''s'", "a quote inside quotes"],
  ["$(id)", "'$(id)'", "substitution"],
  ["~root", "'~root'", "home directories"],
  ["--all", "all", "an option"],
  ["a\nb", "ab", "a line break would run the first line"],
  ["", "''", "nothing is still a word"],
])("%j becomes %s: %s", (text, word) => {
  expect(shellWord(text)).toBe(word);
});

test("any text is one word that expands to itself, whatever the shell", () => {
  const printable = fc.string({ unit: "binary", maxLength: 20 });
  const words = fc.sample(printable, { numRuns: 100, seed: 7 });
  const cleaned = words.map((word) =>
    word.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "").replace(/^-+/, ""),
  );
  const script = `printf '%s\\0' ${words.map(shellWord).join(" ")}`;
  const printed = execFileSync("sh", ["-c", script], { encoding: "utf8" });
  expect(printed.split("\0").slice(0, -1)).toEqual(cleaned);
});

test("a file word never leaves its directory", () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(fileWord(name)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
    }),
  );
});
