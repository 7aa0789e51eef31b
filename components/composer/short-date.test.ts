import { expect, test } from "vitest";
import { ageOf, shortDate } from "./short-date";

test("a day is short, the same in every language", () => {
  expect(shortDate("2026-07-16")).toBe("16 Jul 2026");
});

test.each([
  ["2026-07-16T23:00:00Z", "", "the same day"],
  ["2026-07-15T23:00:00Z", "", "a clock that is behind"],
  ["2026-07-17T23:00:00Z", "", "yesterday"],
  ["2026-07-18T01:00:00Z", ", 2 days old", "two days"],
  ["2026-09-13T00:00:00Z", ", 59 days old", "nearly two months"],
  ["2026-11-23T00:00:00Z", ", 4 months old", "months"],
])("at %s a catalogue of 16 July is%s: %s", (now, age) => {
  expect(ageOf("2026-07-16", new Date(now))).toBe(age);
});
