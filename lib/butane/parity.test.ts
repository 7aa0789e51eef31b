import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { messages } from "./messages";
import { goldenOptions, readGolden } from "./testing/golden";
import { ourOutcome, upstreamOutcome } from "./testing/upstream";
import { WITHOUT_GOLDEN } from "./testing/without-golden";
import { transpile } from "./transpile";
import type { Transpiled } from "./transpiled";

const goldens = fileURLToPath(new URL("testdata/parity/", import.meta.url));
const seen = new Set<string>();

for (const spec of foldersIn(goldens)) {
  describe(`as ${readFileSync(`${goldens}VERSION`, "utf8").trim()}: ${spec}`, () => {
    test.each(foldersIn(`${goldens}${spec}/`))("%s", (name) => {
      const folder = `${goldens}${spec}/${name}`;
      const ours = run(folder);
      for (const { code } of ours.report) seen.add(code);
      const printed = ours.output === null ? null : `${ours.output}\n`;
      expect({ ...ourOutcome(ours), output: printed }).toEqual(
        upstreamOutcome(
          readFileSync(`${folder}/expected.report`, "utf8"),
          readIfThere(`${folder}/expected.ign`),
        ),
      );
    });
  });
}

test("every code has a golden that shows it", () => {
  const missing = Object.keys(messages).filter((code) => !seen.has(code));
  expect(missing.sort()).toEqual(Object.keys(WITHOUT_GOLDEN).sort());
});

function run(folder: string): Transpiled {
  const golden = readGolden(folder);
  return transpile(golden.text, { ...goldenOptions(golden), pretty: true });
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
