import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { messages } from "./messages";
import { goldenOptions, readGolden } from "./testing/golden";
import {
  CODES_OF_ERRORS,
  CODES_OF_STATEMENTS,
  codesOfStatement,
  isMeant,
  STOPS,
  UNREACHED_ERRORS,
  UNREACHED_STATEMENTS,
} from "./testing/upstream-codes";
import type { UpstreamErrors } from "./testing/upstream-errors";
import { transpile } from "./transpile";
import type { Transpiled } from "./transpiled";

// What upstream can say, and which golden shows it, was written by conformance/; here our side of it is held against it.
const testdata = fileURLToPath(new URL("testdata/", import.meta.url));
const { upstream, errors, statements } = JSON.parse(
  readFileSync(`${testdata}upstream-errors.json`, "utf8"),
) as UpstreamErrors;

test("the list is of the version that wrote the goldens", () => {
  expect(readFileSync(`${testdata}parity/VERSION`, "utf8").trim()).toBe(
    upstream,
  );
});

describe("an error that upstream has a name for", () => {
  const shown = errors.flatMap(({ error, shown }) =>
    shown.map(({ kind, golden }) => [error, kind, golden] as const),
  );

  test.each(shown)("%s, a %s, in %s", (error, kind, golden) => {
    const { report, stopped } = outcomeOf(golden);
    if (error in STOPS) {
      expect(stopped).toBe(STOPS[error]);
      return;
    }
    const said = report
      .filter((entry) => entry.kind === kind || kind === "refusal")
      .map(({ code }) => code);
    expect(CODES_OF_ERRORS).toHaveProperty([error]);
    expect(CODES_OF_ERRORS[error]).toContainEqual(expect.toBeOneOf(said));
  });

  test.each(errors.filter(({ saidBy }) => saidBy))(
    "$error, which flatcar does not bring up",
    ({ error, saidBy = [] }) => {
      const others = /^butane\/config\/(?:fcos|fiot|openshift|r4e)$/;
      const isElsewhere = saidBy.every((folder) => others.test(folder));
      // Upstream keeps some that nothing says any more.
      expect(!isElsewhere).toBe(error in UNREACHED_ERRORS);
    },
  );

  test("none that is listed here is upstream's no more", () => {
    const names = errors.map(({ error }) => error);
    expect([
      ...Object.keys(CODES_OF_ERRORS),
      ...Object.keys(UNREACHED_ERRORS),
      ...Object.keys(STOPS),
    ]).toEqual(expect.toSatisfy((all) => all.every(isIn(names))));
  });
});

describe("a statement behind flatcar that brings up an error", () => {
  test.each(statements.filter(({ golden }) => golden !== null))(
    "$statement in $golden",
    ({ statement, golden }) => {
      const { report, stopped } = outcomeOf(golden!);
      const stop = STOPS[statement.split(" ")[2] ?? ""];
      if (stop) {
        expect(stopped).toBe(stop);
        return;
      }
      const said = report.map(({ code }) => code);
      expect(codesOfStatement(statement)).toContainEqual(
        expect.toBeOneOf(said),
      );
    },
  );

  test.each(statements.filter(({ golden }) => golden === null))(
    "$statement, which none reaches, has a reason",
    ({ statement }) => {
      const reasons = UNREACHED_STATEMENTS.filter(([pattern]) =>
        isMeant(statement, pattern),
      );
      expect(reasons).toHaveLength(1);
    },
  );

  test("no reason is left over, and no pattern", () => {
    const idle = (pattern: string, reached: boolean) =>
      !statements.some(
        ({ statement, golden }) =>
          isMeant(statement, pattern) && (golden !== null) === reached,
      );
    expect(UNREACHED_STATEMENTS.filter(([one]) => idle(one, false))).toEqual(
      [],
    );
    expect(CODES_OF_STATEMENTS.filter(([one]) => idle(one, true))).toEqual([]);
  });
});

test("every code that can be said of a document answers something of upstream's", () => {
  const answers = new Set([
    ...Object.values(CODES_OF_ERRORS).flat(),
    ...CODES_OF_STATEMENTS.flatMap(([, codes]) => codes),
  ] as string[]);
  const rest = Object.keys(messages).filter((code) => !answers.has(code));
  expect(rest.sort()).toEqual([
    // Of Ignition JSON on its own, and limits of ours.
    "ignition-empty",
    "local-files-too-large",
    "merge-too-deep",
    "text-too-long",
    "too-many-values",
    "too-much-repeated",
    "version-before-three",
    "version-unknown",
  ]);
});

const outcomes = new Map<string, Transpiled>();

function outcomeOf(golden: string): Transpiled {
  const known = outcomes.get(golden);
  if (known) return known;
  const input = readGolden(`${testdata}parity/${golden}`);
  const outcome = transpile(input.text, goldenOptions(input));
  outcomes.set(golden, outcome);
  return outcome;
}

function isIn(names: readonly string[]): (name: string) => boolean {
  return (name) => names.includes(name);
}
