import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extensionById, isFatal, seriesOf, transpile } from "@/lib/butane";
import { compose } from "../compose";
import { parsePreset } from "../parse-preset";
import type { Preset } from "../preset";
import { soundPresets, storedPresets } from "../testing";
import { toStored } from "../stored";
import { read } from "./read";

/** Beside the repository, where documents of other projects may be kept. */
const corpus = fileURLToPath(
  new URL("../../../../shared/corpus/butane-documents.jsonl", import.meta.url),
);
const isThere = existsSync(corpus);
if (!isThere) console.info(`skipped: no real documents at ${corpus}`);

const documents = isThere
  ? readFileSync(corpus, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; text: string })
  : [];

/** A hundred nodes each, also on a machine that is busy with the browser tests. */
const patient = 120_000 * Math.max(1, Number(process.env.RUNS ?? 1));
/** More of them find more: `RUNS=20 npx vitest run lib/preset/read`. */
const runs = Number(process.env.RUNS ?? 1);

const presetOf = (stored: unknown): Preset => {
  const parsed = parsePreset(stored);
  if (!parsed.ok) throw new Error(parsed.error.sentence);
  return parsed.value;
};
// Any word may be typed for the driver, but only one that looks like a driver's name is known for one.
const sound = soundPresets.map(presetOf);
const plain = sound.filter(({ extensions }) =>
  extensions.chosen.every(({ params }) => params["driver"] !== "/srv/value"),
);
const stored = storedPresets.map(presetOf);

const readOk = (text: string, prior?: Preset): Preset => {
  const reading = read(text, prior);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value.preset;
};

/** Compares what a text is read as, or refused for, with what has to hold of it. */
function expectRead(text: string, prior?: Preset): void {
  const reading = read(text, prior);
  if (!reading.ok) {
    expect(reading.error.some(isFatal)).toBe(true);
    return;
  }
  const { preset } = reading.value;
  expect(compose(preset).text).toBe(text);
  // Read again with what it was read as, nothing moves.
  expect(readOk(text, preset)).toEqual(preset);
  // Stored and opened again, it is the same node.
  expect(presetOf(toStored(preset, { secrets: "keep" }))).toEqual(preset);
}

describe.skipIf(!isThere)("law 2, real documents", () => {
  for (const { id, text } of documents)
    test(`compose(read(t)).text is t: ${id}`, () => {
      expectRead(text);
      const { ok } = read(text);
      if (transpile(text).output !== null) expect(ok).toBe(true);
    });

  test(
    "compose(read(t)).text is t when lines are missing, doubled, or moved",
    () => {
      const texts = documents.map(({ text }) => text);
      fc.assert(
        fc.property(damaged(texts), (text) => expectRead(text)),
        { numRuns: runs * 60 },
      );
    },
    patient,
  );
});

test(
  "law 2: compose(read(t)).text is t for generated nodes with lines damaged",
  () => {
    fc.assert(
      fc.property(
        fc
          .oneof(stored, sound)
          .chain((preset) =>
            damaged([compose(preset).text]).map((text) => ({ preset, text })),
          ),
        ({ preset, text }) => {
          expectRead(text);
          expectRead(text, preset);
        },
      ),
      { numRuns: runs * 60 },
    );
  },
  patient,
);

test(
  "law 2: read(compose(p).text, p) is p for whatever is accepted as a preset",
  () => {
    fc.assert(
      fc.property(fc.oneof(stored, sound), (preset) => {
        const composed = compose(preset);
        const reading = read(composed.text, preset);
        if (reading.ok) expect(reading.value.preset).toEqual(preset);
        else expect(transpile(composed.text).output).toBeNull();
      }),
      { numRuns: runs * 100 },
    );
  },
  patient,
);

test(
  "law 2: read(compose(p).text) has the extensions, versions, policies, layers, users and settings of p",
  () => {
    fc.assert(
      fc.property(plain, (preset) => {
        const { text } = compose(preset);
        const found = readOk(text);
        expect(compose(found).text).toBe(text);
        expect(said(found)).toEqual(said(preset));
      }),
      { numRuns: runs * 100 },
    );
  },
  patient,
);

/** The part of a node that its text shows. Flatcar's own extensions have no version, and stand anywhere among the others. */
function said(preset: Preset) {
  const { extensions, identity, users, osUpdates } = preset;
  const isOfficial = (id: string) => extensionById(id)?.kind === "flatcar";
  const ids = extensions.chosen.map(({ id }) => id);
  const images = extensions.chosen.filter(({ id }) => !isOfficial(id));
  return {
    official: ids.filter(isOfficial),
    images: images.map(({ id, version, hash, updates, firstBoot }) => {
      // Without updates there is nothing to fetch an image with.
      const fetched = updates !== "none" && firstBoot === "newest";
      const depth = extensionById(id)?.trackDepth;
      const series = seriesOf(version, updates, depth);
      return {
        id,
        // What the node fetches by itself has no version in the text, at most a series.
        version: fetched ? series : version,
        hash,
        updates: updates === "major" && depth === 1 ? "patch" : updates,
        fetched,
      };
    }),
    identity,
    users,
    osUpdates,
    layers: preset.layers,
    network: preset.network,
    storage: preset.storage,
    // The bakery's Docker starts at boot anyway.
    containers: ids.includes("docker")
      ? { ...preset.containers, start: true }
      : preset.containers,
    kernel: preset.kernel,
    ignition: preset.ignition,
    advanced: preset.advanced,
    // What an extension wrote and does not read again is a file or unit of its own as well.
    files: preset.files.files.filter(({ path }) =>
      path.startsWith("/etc/mine/"),
    ),
    units: preset.units.units.filter(({ name }) =>
      /^(?:mine|rpcbind)\.service$/.test(name),
    ),
  };
}

/** Texts with a few lines taken out, doubled, cut or swapped. */
function damaged(texts: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    what: fc.constantFrom("out", "twice", "cut", "swap", "type"),
    at: fc.nat(),
    by: fc.nat({ max: 40 }),
  });
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { maxLength: 3 }))
    .map(([text, changes]) => {
      const lines = text.split("\n");
      for (const { what, at, by } of changes) {
        const index = at % lines.length;
        const line = lines[index] ?? "";
        if (what === "out") lines.splice(index, 1);
        if (what === "twice") lines.splice(index, 0, line);
        if (what === "cut") lines[index] = line.slice(0, by);
        if (what === "type")
          lines[index] = `${line.slice(0, by)}x${line.slice(by)}`;
        if (what === "swap" && index > 0)
          lines.splice(index - 1, 2, line, lines[index - 1]!);
      }
      return lines.join("\n");
    });
}
