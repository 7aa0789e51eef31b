import fc from "fast-check";
import { expect, test } from "vitest";
import { transpile, type Catalogue, type Path } from "@/lib/butane";
import { run } from "@/lib/pipeline";
import {
  compose,
  parsePreset,
  secretsIn,
  toStored,
  withoutSecrets,
  type Preset,
} from "@/lib/preset";
import { soundPresets, storedPresets } from "@/lib/preset/testing";

const empty: Catalogue = {
  date: "2026-07-16",
  bakery: "https://extensions.flatcar.org/extensions/",
  releases: {},
};

const catalogues: fc.Arbitrary<Catalogue> = fc.record({
  date: fc.constantFrom("2026-07-16", "2031-01-01"),
  bakery: fc.constantFrom(empty.bakery, "https://elsewhere.example.com/"),
  releases: fc.dictionary(
    fc.constantFrom("kubernetes", "docker", "k3s", "tailscale"),
    fc.array(
      fc.record({
        version: fc.constantFrom("v1.32.2", "28.0.4", "v9.9.9"),
        hashes: fc.constant({ "x86-64": `sha256-${"f".repeat(64)}` }),
      }),
      { maxLength: 3 },
    ),
    { noNullPrototype: true },
  ),
});

/** Hundreds of nodes, also on a machine that is busy with the browser tests. */
const patient = 60_000;

function presetOf(stored: unknown): Preset {
  const read = parsePreset(stored);
  if (!read.ok)
    throw new Error(`${read.error.path.join(".")}: ${read.error.sentence}`);
  return read.value;
}

test(
  "law: run never throws, whatever preset it is given, and every problem is told in a sentence",
  () => {
    fc.assert(
      fc.property(storedPresets, catalogues, (stored, catalogue) => {
        const { problems, ignition, compact } = run(
          presetOf(stored),
          catalogue,
        );
        for (const problem of problems) {
          expect(problem.sentence).not.toBe("");
          expect(problem.sentence).not.toBe(problem.code);
          expect(problem.sentence).not.toMatch(/\{\w+\}|undefined|\[object/);
          expect(problem.field ?? problem.path).toBeDefined();
        }
        expect(ignition === null).toBe(compact === null);
        if (compact !== null)
          expect(JSON.parse(ignition!)).toEqual(JSON.parse(compact));
      }),
      { numRuns: 200 },
    );
  },
  patient,
);

test(
  "law: pinned. The same preset gives the same bytes, whatever the catalogue says",
  () => {
    fc.assert(
      fc.property(
        storedPresets,
        catalogues,
        catalogues,
        (stored, one, other) => {
          const preset = presetOf(stored);
          const first = run(preset, one);
          const second = run(presetOf(structuredClone(stored)), other);
          expect(second.butane).toBe(first.butane);
          expect(second.compact).toBe(first.compact);
          expect(second.userData?.text).toBe(first.userData?.text);
        },
      ),
      { numRuns: 60 },
    );
  },
  patient,
);

test(
  "law: a stored preset is the same preset again, and as brief as it can be",
  () => {
    fc.assert(
      fc.property(storedPresets, (stored) => {
        const preset = presetOf(stored);
        const again = toStored(preset, { secrets: "keep" });
        expect(presetOf(again)).toEqual(preset);
        expect(presetOf(JSON.parse(JSON.stringify(again)))).toEqual(preset);
        expect(toStored(presetOf(again), { secrets: "keep" })).toEqual(again);
      }),
      { numRuns: 200 },
    );
  },
  patient,
);

test(
  "law: what was composed for a sound preset transpiles without an error",
  () => {
    fc.assert(
      fc.property(soundPresets, (stored) => {
        const { text } = compose(presetOf(stored));
        const { report, output } = transpile(text);
        expect(report).toEqual([]);
        expect(output).not.toBeNull();
      }),
      { numRuns: 120 },
    );
  },
  patient,
);

test(
  "law: no secret is stored, linked or told",
  () => {
    const token = fc
      .stringMatching(/^[a-z0-9]{24}$/)
      .map((text) => `SECRET${text}`);
    const secrets = fc.record({
      passwordHash: token,
      joinCommand: token.map(
        (text) => `kubeadm join 10.0.0.1:6443 --token ${text}`,
      ),
      authKey: token,
      password: token,
      natsCreds: token.map((text) => `-----BEGIN-----\n${text}\n`),
    });
    fc.assert(
      fc.property(
        secrets,
        fc.boolean(),
        (
          { passwordHash, joinCommand, authKey, password, natsCreds },
          twice,
        ) => {
          const name = "core";
          const preset = presetOf({
            kindling: 1,
            users: {
              users: [
                { name, passwordHash },
                ...(twice ? [{ name, passwordHash }] : []),
              ],
            },
            extensions: {
              chosen: [
                {
                  id: "kubernetes",
                  version: "v1.32.2",
                  params: { role: "worker", joinCommand },
                },
                { id: "tailscale", version: "v1.98.9", params: { authKey } },
                { id: "dataplaneapi", version: "v3.4.0", params: { password } },
                { id: "wasmcloud", version: "v2.5.2", params: { natsCreds } },
              ],
            },
          });
          expect(secretsIn(preset)).toHaveLength(twice ? 6 : 5);
          const stored = JSON.stringify(toStored(preset, { secrets: "omit" }));
          const told = JSON.stringify(run(preset, empty).problems);
          expect(stored).not.toContain("SECRET");
          expect(told).not.toContain("SECRET");
          expect(
            JSON.stringify(toStored(preset, { secrets: "keep" })),
          ).toContain("SECRET");
          expect(secretsIn(withoutSecrets(preset))).toEqual([]);
          // A damaged secret is told as little as a sound one.
          const broken = structuredClone(preset) as never as {
            extensions: { chosen: { params: Record<string, unknown> }[] };
          };
          broken.extensions.chosen[0]!.params.joinCommand = [joinCommand];
          expect(
            JSON.stringify(toStored(broken as never, { secrets: "omit" })),
          ).not.toContain("SECRET");
          expect(
            JSON.stringify(run(broken as never, empty).problems),
          ).not.toContain("SECRET");
        },
      ),
      { numRuns: 30 },
    );
  },
  patient,
);

test(
  "law: a fix leaves a preset that can be stored and read, and its problem is gone or another one",
  () => {
    fc.assert(
      fc.property(storedPresets, catalogues, (stored, catalogue) => {
        const preset = presetOf(stored);
        for (const problem of run(preset, catalogue).problems) {
          if (!problem.fix) continue;
          const mended = structuredClone(preset);
          for (const { path, value } of problem.fix.edits)
            setAt(mended, path, value);
          expect(presetOf(toStored(mended, { secrets: "keep" }))).toEqual(
            mended,
          );
          expect(toStored(mended, { secrets: "keep" })).not.toEqual(
            toStored(preset, { secrets: "keep" }),
          );
          expect(run(mended, catalogue).problems).not.toContainEqual(problem);
        }
      }),
      { numRuns: 60 },
    );
  },
  patient,
);

test("every problem of the document leads to the field that caused it", () => {
  const preset = presetOf({
    kindling: 1,
    users: { users: [{ name: "core", keys: ["a", "a"] }] },
  });
  const { problems } = run(preset, empty);
  const rule = problems.find(({ code }) => code === "duplicate");
  expect(rule?.field).toEqual(["users", "users", 0, "keys", 1]);
  expect(rule?.range).toBeDefined();
});

test("the downloads of a node name their extension, their hash and their field", () => {
  const hash = `sha256-${"a".repeat(64)}`;
  const preset = presetOf({
    kindling: 1,
    extensions: { chosen: [{ id: "kubernetes", version: "v1.32.2", hash }] },
    rest: {
      text: "storage: {files: [{path: /opt/bin/a, contents: {source: https://example.com/a}}]}",
    },
  });
  expect(run(preset, empty).downloads).toEqual([
    {
      url: "https://extensions.flatcar.org/extensions/kubernetes-v1.32.2-x86-64.raw",
      hash,
      extension: "kubernetes",
      field: ["extensions", "chosen", 0, "version"],
    },
    { url: "https://example.com/a", field: ["rest", "text"] },
  ]);
});

/** Sets a value deep inside a preset. */
function setAt(preset: Preset, path: Path, value: unknown): void {
  let parent = preset as never as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as typeof parent;
  parent[path.at(-1)!] = value;
}
