import { expect, test } from "vitest";
import { when } from "./when";

const now = new Date(2026, 10, 23, 15, 0).getTime();

test.each([
  [new Date(2026, 10, 23, 0, 5), "today 00:05"],
  [new Date(2026, 10, 22, 23, 59), "yesterday 23:59"],
  [new Date(2026, 10, 21, 9, 3), "21 Nov 2026 09:03"],
  [new Date(2025, 11, 31, 9, 3), "31 Dec 2025 09:03"],
])("%s is %s", (at, expected) => {
  expect(when(at.getTime(), now)).toBe(expected);
});
