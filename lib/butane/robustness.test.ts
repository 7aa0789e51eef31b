import { expect, test } from "vitest";
import { transpile } from "./transpile";

const head = "variant: flatcar\nversion: 1.1.0\n";
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("");

/** Bytes as a text, the same in every run. */
function noise(length: number, seed: number): string {
  let state = seed;
  return lines(length, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode((state >> 12) & 0xff);
  });
}

/** What one run may take: a second on an idle machine is a fraction of it on a busy one. */
const LIMIT = 20_000;

test.each<[name: string, text: string, accepted: boolean]>([
  ["bytes", noise(100_000, 1), false],
  ["bytes behind a header", head + noise(100_000, 2), false],
  ["lists in lists", head + "a: " + "[".repeat(200_000), false],
  ["mappings in mappings", head + "a: " + "{a: ".repeat(100_000), false],
  ["block lists in lists", `${head}a:\n  ${"- ".repeat(50_000)}x\n`, false],
  ["NULs", "\0".repeat(100_000), false],
  ["a NUL behind a header", `${head}# \0\n`, false],
  ["a lone high surrogate", `${head}# \ud800\n`, false],
  ["a lone low surrogate", `${head}# \udc00\n`, false],
  ["CRLF", head.replaceAll("\n", "\r\n"), true],
  ["a byte order mark", `\ufeff${head}`, true],
  ["nothing", "", false],
  [
    "a 5 MB text",
    `${head}storage:\n  files:\n    - path: /a\n      contents:\n        inline: |\n${lines(70_000, (index) => `          ${index} ${"x".repeat(60)}\n`)}`,
    true,
  ],
  [
    "an alias bomb where nobody reads it",
    `a0: &a0 [x]\n${lines(30, (index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(", ")}]\n`)}${head}`,
    true,
  ],
  ["100,000 unknown keys", head + lines(100_000, (i) => `k${i}: 1\n`), true],
])(
  "%s is answered",
  (_, text, accepted) => {
    const { output, report } = transpile(text);
    expect(output !== null).toBe(accepted);
    // Refused means that somebody is told why.
    expect(accepted || report.some(({ kind }) => kind === "error")).toBe(true);
  },
  LIMIT,
);
