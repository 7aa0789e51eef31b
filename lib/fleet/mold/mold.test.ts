import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalogue, Path } from "@/lib/butane";
import { examples } from "@/examples";
import { configOf } from "@/lib/pipeline";
import { emptyPreset, parsePreset, type Preset } from "@/lib/preset";
import { templateOf } from "@/lib/preset/variables";
import { soundPresets } from "@/lib/preset/testing";
import catalogue from "@/public/catalogue.json";
import { setAt } from "@/lib/set-at";
import { moldOf } from "./mold";

const offered = catalogue as Catalogue;

/** The places of all texts in a preset that a variable can stand in. */
function textsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value === "string") return [at];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

const simple = fc.stringMatching(/^[a-z][a-z0-9.-]{0,20}$/);
const value = fc.oneof(
  { weight: 4, arbitrary: simple },
  { weight: 2, arbitrary: fc.ipV4() },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "a\nb",
      "x".repeat(2000),
      "[Unit]\n",
      "%",
      "<&>",
      "\u2028",
      "null",
      "localhost",
      "core",
      "{{a}}",
    ),
  },
);

/** Puts a variable into some texts of a preset. */
const templates = (presets: fc.Arbitrary<Preset>) =>
  fc
    .tuple(
      presets,
      fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    .map(([preset, picks, whole]) => {
      const places = textsOf(preset).filter(
        ([key, second]) =>
          key !== "rest" &&
          key !== "kindling" &&
          !(key === "target" && second !== "handOverFrom"),
      );
      return picks.reduce((node, pick) => {
        const place = places[pick % places.length]!;
        const text = whole ? "{{a}}" : "x-{{a}}";
        const filled = parsePreset(
          JSON.parse(JSON.stringify(setAt(node, place, text))),
        );
        // A choice takes no variable.
        return filled.ok ? filled.value : node;
      }, preset);
    });

function expectSame(preset: Preset, all: readonly string[]): number {
  const template = templateOf(preset);
  const nodes = all.map((one) => template.fill(new Map([["a", one]])));
  const mold = moldOf(template, nodes[0]!, offered);
  if (!mold) return 0;
  let poured = 0;
  for (const node of nodes) {
    const quick = mold.pour(node);
    if (!quick) continue;
    poured++;
    expect(quick).toEqual(configOf(node, offered));
  }
  return poured;
}

function parsed(stored: unknown): Preset {
  const preset = parsePreset(stored);
  if (!preset.ok) throw new Error(preset.error.sentence);
  return preset.value;
}

describe("law: what is poured is what the stages make", () => {
  const presets = examples.map(({ preset }) => parsed(preset));
  const values = fc.array(value, { minLength: 2, maxLength: 6 });

  test("of the starting points", { timeout: 60_000 }, () => {
    let poured = 0;
    fc.assert(
      fc.property(
        templates(fc.constantFrom(...presets)),
        values,
        (preset, all) => {
          poured += expectSame(preset, all);
        },
      ),
      { numRuns: 40, endOnFailure: true },
    );
    expect(poured).toBeGreaterThan(10);
  });

  test("of any preset", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        templates(soundPresets.map(parsed)),
        values,
        (preset, all) => {
          expectSame(preset, all);
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

const node = (change: Partial<Preset>): Preset => ({
  ...emptyPreset(),
  ...change,
});
const identity = { hostname: "{{a}}", timezone: "" };

test.each([
  ["a hostname", node({ identity }), 3],
  ["a timezone", node({ identity: { hostname: "", timezone: "{{a}}" } }), 1],
  [
    "typed Butane beside it",
    node({ identity, rest: { text: "boot: {}", whole: false } }),
    0,
  ],
  [
    "a pointer",
    node({
      identity,
      target: {
        ...emptyPreset().target,
        handOver: "pointer",
        handOverFrom: "https://example.com/a",
      },
    }),
    3,
  ],
] as const)(
  "%s: what is poured is the same, where it is poured",
  (_, preset, poured) => {
    expect(expectSame(preset, ["web-1", "web-22", "10.0.0.1"])).toBe(poured);
  },
);

test("a check that looks at the value looks at every node", () => {
  const template = templateOf(node({ identity }));
  const fill = (name: string) => template.fill(new Map([["a", name]]));
  const mold = moldOf(template, fill("web-1"), offered)!;
  const codes = (name: string) =>
    mold.pour(fill(name))!.problems.map(({ code }) => code);
  expect(codes("web-2")).not.toContain("hostname-blank");
  expect(codes("web 2")).toContain("hostname-blank");
});
