import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { compose } from "@/lib/preset/compose";
import { soundPresets, storedPresets } from "@/lib/preset/testing";
import { compare, type Difference } from ".";
import { parsed } from "./testing";

const output = (preset: Preset) => transpile(compose(preset).text).output;

describe("law: a comparison leaves nothing out", () => {
  test("a node is not different from itself", () => {
    fc.assert(
      fc.property(storedPresets, (stored) => {
        expect(compare(parsed(stored), parsed(stored)).differences).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test("where the Ignition configs differ, something is said", () => {
    fc.assert(
      fc.property(
        fc.oneof(soundPresets, storedPresets),
        fc.oneof(soundPresets, storedPresets),
        (one, other) => {
          const [before, after] = [parsed(one), parsed(other)];
          const { differences } = compare(before, after);
          if (output(before) !== output(after))
            expect(differences).not.toEqual([]);
          expectWhole(differences);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  test("every entry that is added or gone is named", () => {
    fc.assert(
      fc.property(soundPresets, soundPresets, (one, other) => {
        const [before, after] = [parsed(one), parsed(other)];
        const text = JSON.stringify(compare(before, after).differences);
        const [old, now] = [before, after].map(paths);
        for (const path of now!)
          if (!old!.has(path)) expect(text).toContain(inJson(path));
        for (const path of old!)
          if (!now!.has(path)) expect(text).toContain(inJson(path));
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  /** The name of a mount unit may have a backslash in it. */
  const inJson = (name: string) => JSON.stringify(name).slice(1, -1);

  function paths(preset: Preset): Set<string> {
    const { storage, systemd } = transpile(compose(preset).text)
      .ignition as Record<string, Record<string, Record<string, string>[]>>;
    return new Set([
      ...(storage?.files ?? []).map(({ path }) => path!),
      ...(storage?.links ?? []).map(({ path }) => path!),
      ...(systemd?.units ?? []).map(({ name }) => name!),
    ]);
  }

  /** Says in every case what it takes, or why it takes nothing. */
  function expectWhole(differences: readonly Difference[]) {
    for (const { sentence, steps, reprovision, note } of differences) {
      expect(sentence).toMatch(/^\S.*\S$/);
      expect(steps.length > 0 || (reprovision ?? note), sentence).toBeTruthy();
    }
  }
});
