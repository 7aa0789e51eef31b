import fc from "fast-check";
import { expect, test } from "vitest";
import { ContentsCache, transpile } from "../index";

const header = "variant: flatcar\nversion: 1.0.0\n";
const documentOf = (texts: readonly string[]) =>
  `${header}storage:\n  files:\n${texts
    .map(
      (text, index) =>
        `    - path: /etc/${index}\n      contents:\n        inline: ${JSON.stringify(text)}\n`,
    )
    .join("")}`;

test("contents that are remembered make the same config as contents that are not", () => {
  const text = fc.oneof(
    fc.constantFrom("", "a", "ab\n".repeat(200), "x".repeat(70_000)),
    fc.string({ maxLength: 300 }),
  );
  const typed = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(typed, fc.boolean(), (states, compress) => {
      const contents = new ContentsCache();
      for (const texts of states) {
        const document = documentOf(texts);
        expect(transpile(document, { contents, compress }).output).toBe(
          transpile(document, { compress }).output,
        );
      }
    }),
  );
});

test("only what the last two runs used is remembered", () => {
  const cache = new ContentsCache();
  let made = 0;
  const ask = (text: string) =>
    cache.get(text, () => {
      made++;
      return { source: text };
    });
  cache.turn();
  ask("one");
  cache.turn();
  ask("one");
  expect(made).toBe(1);
  cache.turn();
  cache.turn();
  ask("one");
  expect(made).toBe(2);
});
