import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { transpile } from "./transpile";

/** A real document, and what Butane 0.29.0 says of it on the command line. */
interface Real {
  readonly id: string;
  readonly text: string;
  /** Exit codes, plainly and with `--strict`. */
  readonly rc: number;
  readonly strict_rc: number;
  readonly json: unknown;
}

/** Beside the repository, where documents of other projects may be kept. */
const corpus = fileURLToPath(
  new URL("../../../shared/corpus/butane-documents.jsonl", import.meta.url),
);
const isThere = existsSync(corpus);
if (!isThere) console.info(`skipped: no real documents at ${corpus}`);

/** Documents that are known not to agree yet. They are expected to fail, so that a mended one asks to leave the list. */
const gaps = new Set(
  readFileSync(new URL("testdata/known-gaps.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#")),
);

describe.skipIf(!isThere)("real documents", () => {
  const all = isThere ? readFileSync(corpus, "utf8").trim().split("\n") : [];
  const documents = all
    .map((line) => JSON.parse(line) as Real)
    .filter(({ text }) => /^variant: *(?:fcos|flatcar) *$/m.test(text));

  for (const { id, text, rc, strict_rc, json } of documents) {
    (gaps.has(id) ? test.fails : test)(id, () => {
      const { output, report } = transpile(text);
      expect(output !== null).toBe(rc === 0);
      expect(output !== null && report.length === 0).toBe(strict_rc === 0);
      expect(output && JSON.parse(output)).toEqual(rc === 0 ? json : null);
    });
  }
});
