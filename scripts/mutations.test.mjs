import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { mutations } from "./real/mutations.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

test.each(mutations)("there is a place to break: $what", (mutation) => {
  const { file, before, after } = mutation;
  const text = readFileSync(`${root}${file}`, "utf8");
  expect(text.split(before)).toHaveLength(2);
  expect(after).not.toBe(before);
});
