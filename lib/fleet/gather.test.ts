import { expect, test } from "vitest";
import { emptyPreset } from "@/lib/preset";
import type { Finding } from "@/lib/checks/check";
import { Gathering } from "./gather";
import type { FleetNode } from "./nodes";
import { planFleet } from "./plan";

const preset = { ...emptyPreset(), name: "{{a}}" };
const nodes = (count: number, problemsOf: (index: number) => Finding[]) =>
  planFleet([{ name: "", preset }], `a\n${"x\n".repeat(count)}`).nodes.map(
    (planned, index): FleetNode => ({
      planned: { ...planned, problems: [] },
      config: null,
      problems: problemsOf(index),
    }),
  );
const gathered = (all: readonly FleetNode[]) => {
  const gathering = new Gathering();
  for (const node of all) gathering.add(node);
  return gathering.result().problems;
};
const told = (kind: "error" | "warning", sentence: string): Finding => ({
  kind,
  code: kind,
  sentence,
});

test("an error behind any number of warnings is told, and first", () => {
  const all = nodes(2_000, (index) => [
    told("warning", `number ${index}`),
    ...(index === 1_999 ? [told("error", "bad")] : []),
  ]);
  expect(gathered(all)[0]).toMatchObject({ kind: "error", lines: [2_001] });
});

test("a row counts once, however often it says the same", () => {
  const all = nodes(30, () => [told("error", "a"), told("error", "a")]);
  const [problem] = gathered(all);
  expect(problem).toMatchObject({ count: 30, first: { line: 2 } });
  expect(problem!.lines).toHaveLength(20);
});
