import { expect, test } from "vitest";
import { specs, transpile } from "@/lib/butane";
import { compare, ourOutcome } from "./compare";
import { generate } from "./generate";
import { mutate } from "./mutate";
import { Random } from "./random";
import { shrink } from "./shrink";

const document = (spec, index) => generate(new Random(7, index), spec);
const typeErrors = ["type-mismatch", "duplicate-key", "field-set-twice"];

test("the same seed and index give the same document", () => {
  expect(document(specs[0], 3)).toBe(document(specs[0], 3));
  expect(document(specs[0], 3)).not.toBe(document(specs[0], 4));
});

test.each(specs.map((spec) => [`${spec.variant} ${spec.version}`, spec]))(
  "documents of %s are YAML, and some are sound",
  (_, spec) => {
    const runs = Array.from({ length: 25 }, (_, index) =>
      transpile(document(spec, index)),
    );
    const isYaml = ({ stopped, report }) =>
      stopped !== "yaml" ||
      report.every(({ code }) => typeErrors.includes(code));
    expect(runs.filter((run) => !isYaml(run))).toEqual([]);
    expect(runs.some(({ output }) => output !== null)).toBe(true);
    expect(runs.some(({ output }) => output === null)).toBe(true);
  },
);

test("a mutated document is another one, nearly always", () => {
  const original = document(specs[1], 12);
  const same = Array.from({ length: 100 }, (_, index) =>
    mutate(original, new Random(1, index)),
  ).filter((text) => text === original);
  expect(same.length).toBeLessThan(30);
});

/** An upstream that is ours, but refuses whatever has a line `hard`. */
const contrary = {
  ask: async (documents) =>
    documents.map((one) =>
      /^ *hard:/m.test(one.text)
        ? { output: null, stopped: "source", entries: ["error $.hard 1:1"] }
        : ourOutcome(one),
    ),
};

test("a difference is found, and shrunk to what shows it", async () => {
  const text = [
    "variant: flatcar",
    "version: 1.1.0",
    "storage:",
    "  files:",
    "    - path: /etc/motd",
    "      contents:",
    "        inline: hello",
    "  links:",
    "    - path: /etc/a",
    "      target: b",
    "      hard: true",
    "",
  ].join("\n");
  const fine = { id: "fine", text: text.replace("      hard: true\n", "") };
  const { differences, accepted } = await compare(
    [fine, { id: "differs", text }],
    contrary,
  );
  expect(accepted).toBe(1);
  expect(differences.map(({ document }) => document.id)).toEqual(["differs"]);
  const smallest = await shrink(differences[0], contrary);
  expect(smallest.document.text.trim()).toBe("hard: true");
});
