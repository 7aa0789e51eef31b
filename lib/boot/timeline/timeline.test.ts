import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePreset } from "@/lib/preset";
import { soundPresets, storedPresets } from "@/lib/preset/testing";
import { timelineOf } from ".";
import { configOf, order } from "./testing";

test("an empty node still merges what the image brings, and looks for updates of the OS", () => {
  expect(order({})).toEqual([
    "initrd config",
    "start merge",
    "start read-again",
    "later ~os-updates",
    "later reboots",
  ]);
});

const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));

test.each(readdirSync(examples).filter((name) => name.endsWith(".json")))(
  "every step of %s is told once and leads back to the config",
  (name) => {
    const parsed = parsePreset(
      JSON.parse(readFileSync(`${examples}${name}`, "utf8")),
    );
    if (!parsed.ok) throw new Error(parsed.error.sentence);
    const config = configOf(parsed.value)!;
    const steps = timelineOf(parsed.value, config).flatMap((one) => one.steps);
    const ids = steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { from } of steps.flatMap(({ items }) => items)) {
      let value: unknown = config;
      for (const key of from ?? [])
        value = (value as Record<string | number, unknown>)[key];
      expect(value, JSON.stringify(from)).toBeDefined();
    }
  },
);

test("whatever is accepted has a timeline", () => {
  fc.assert(
    fc.property(fc.oneof(storedPresets, soundPresets), (stored) => {
      const parsed = parsePreset(stored);
      const config = parsed.ok && configOf(parsed.value);
      if (!parsed.ok || !config) return;
      const steps = timelineOf(parsed.value, config).flatMap(
        (one) => one.steps,
      );
      for (const { title, items, failures } of steps) {
        expect(title).not.toContain("undefined");
        for (const { name, what } of items)
          expect(`${name} ${what ?? ""}`).not.toMatch(/undefined|\[object/);
        for (const { shows } of failures) expect(shows).toMatch(/[.”]$/);
      }
    }),
    { numRuns: 60 },
  );
});
