import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { extensions, type Catalogue } from "@/lib/butane";
import {
  validator,
  validatorSays,
} from "@/lib/butane/testing/ignition-validate";
import { run, type Outcome } from "@/lib/pipeline";
import { emptyPreset, parsePreset, toStored } from "@/lib/preset";
import { minimalNode } from "@/lib/preset/testing";
import { examples } from ".";

const catalogue = JSON.parse(
  readFileSync(join(__dirname, "../public/catalogue.json"), "utf8"),
) as Catalogue;

if (!validator)
  console.info(
    "examples: not checked by the real ignition-validate, which is neither in $IGNITION_VALIDATE nor on the PATH (Debian's package ignition has it).",
  );

function outcomeOf(stored: unknown): Outcome {
  const read = parsePreset(stored);
  if (!read.ok) throw new Error(read.error.sentence);
  return run(read.value, catalogue);
}

const nodes: [string, () => Outcome][] = [
  ...examples.map(({ id, preset }): [string, () => Outcome] => [
    `example ${id}`,
    () => outcomeOf(preset),
  ]),
  ...extensions.map(({ id }): [string, () => Outcome] => [
    `extension ${id}`,
    () => run(minimalNode(id, catalogue), catalogue),
  ]),
  ["an empty node", () => run(emptyPreset(), catalogue)],
];

test.each(nodes)("%s composes to a config nothing is said about", (_, make) => {
  const outcome = make();
  // What the spec's rules say has a place in the document; advice on what is still to be filled in is another matter.
  expect(outcome.compact).not.toBeNull();
  expect(outcome.problems.filter(({ kind }) => kind === "error")).toEqual([]);
});

test.each(nodes)(
  "the rules of Butane and Ignition have nothing to say on %s",
  async (_, make) => {
    const { transpile } = await import("@/lib/butane");
    expect(transpile(make().butane).report).toEqual([]);
  },
);

test.skipIf(!validator).each(nodes)(
  "the real ignition-validate has nothing to say on %s",
  (_, make) => {
    const { compact, ignition } = make();
    expect(validatorSays(compact!)).toBe("");
    expect(JSON.parse(ignition!)).toEqual(JSON.parse(compact!));
  },
);

test("every example is a file, is stored as briefly as it can be, and names released versions only", () => {
  const files = readdirSync(__dirname).filter((name) => name.endsWith(".json"));
  expect(examples.map(({ id }) => `${id}.json`).sort()).toEqual(files.sort());
  for (const { id, preset } of examples) {
    const read = parsePreset(preset);
    if (!read.ok) throw new Error(`${id}: ${read.error.sentence}`);
    expect(toStored(read.value, { secrets: "keep" })).toEqual(preset);
    const { problems } = run(read.value, catalogue);
    expect(problems.filter(({ code }) => code.startsWith("version-"))).toEqual(
      [],
    );
  }
});

test("an example asks for nothing but what only its owner knows", () => {
  const open = new Set([
    "no-login",
    "param-missing",
    "download-unchecked",
    "image-large",
    "listens-everywhere",
  ]);
  for (const { preset } of examples) {
    const codes = outcomeOf(preset).problems.map(({ code }) => code);
    expect(codes.filter((code) => !open.has(code))).toEqual([]);
  }
});

test.runIf(validator)("the real validator would have said something", () => {
  expect(
    validatorSays('{"ignition":{"version":"3.3.0"},"storage":{"filez":[]}}'),
  ).toContain("filez");
  expect(validatorSays('{"ignition":{"version":"3.3.0"}}')).toBe("");
});
