import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { reportOf } from "./report";
import { keepSeen, lastSeen } from "./seen";
import { Tally } from "./tally";

const folder = mkdtempSync(join(tmpdir(), "seen-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function seen(title: string, skipped: string | null = null) {
  const tally = new Tally();
  tally.check("one", null);
  tally.tell({
    title: `${title} node`,
    about: "",
    seconds: 61,
    held: ["it boots"],
  });
  return { title, skipped, seconds: 62.4, tally };
}

test("a report has what each tier showed last, whichever ran last", () => {
  keepSeen(folder, 1, seen("validate"));
  keepSeen(folder, 2, seen("apply", "there is no Ignition here"));
  keepSeen(folder, 1, seen("validate anew"));
  const report = reportOf(lastSeen(folder, 2), "Debian 2.14.0");
  expect(report).toContain("| 1. Validate anew | 1 | 0 | 62 |");
  expect(report).toContain(
    "| 2. Apply | skipped | there is no Ignition here |",
  );
  expect(report).toContain("## The nodes of tier 1\n\n### Validate anew node");
  expect(report).toContain("- it boots");
});

test("there is no report while a tier was never run", () => {
  keepSeen(folder, 1, seen("validate"));
  expect(() => lastSeen(folder, 2)).toThrow("tier 2 was never run as a whole");
});
