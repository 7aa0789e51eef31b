import { expect, test } from "vitest";
import { sameData, sameText } from "./same";

test.each([
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true, false],
  [{ a: 1 }, { a: 1, b: undefined }, true, true],
  [[1, 2], [2, 1], false, false],
  [[1], { 0: 1 }, false, false],
  [null, {}, false, false],
  [{ a: 1 }, { a: 1, b: 2 }, false, false],
  [{ toString: 1 }, {}, false, false],
] as const)("%o and %o", (one, other, data, text) => {
  expect(sameData(one, other)).toBe(data);
  expect(sameText(one, other)).toBe(text);
});
