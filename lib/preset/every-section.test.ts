import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { decodeDataUrl, gunzip, transpile } from "@/lib/butane";
import {
  validator,
  validatorSays,
} from "@/lib/butane/testing/ignition-validate";
import { compose } from "./compose";
import { emptyPreset } from "./defaults";
import { parsePreset } from "./parse-preset";
import type { Preset } from "./preset";
import { read } from "./read/read";
import { sections } from "./sections";
import { toStored } from "./stored";

const folder = fileURLToPath(
  new URL("testdata/flatcar-1.0.0/every-section/", import.meta.url),
);
const golden = (name: string) => readFileSync(`${folder}${name}`, "utf8");
const stored: unknown = JSON.parse(golden("preset.json"));

function everything(): Preset {
  const parsed = parsePreset(stored);
  if (!parsed.ok) throw new Error(parsed.error.sentence);
  return parsed.value;
}

/** A config with what is compressed unpacked: two gzips write the same bytes differently. */
async function unpacked(config: unknown): Promise<unknown> {
  if (Array.isArray(config)) return Promise.all(config.map(unpacked));
  if (typeof config !== "object" || config === null) return config;
  const { compression, source } = config as Record<string, unknown>;
  if (compression === "gzip" && typeof source === "string") {
    const data = source.startsWith("data:") ? decodeDataUrl(source) : null;
    if (data) return { ...config, source: gunzip(data) };
  }
  const pairs = Object.entries(config).map(
    async ([key, value]) => [key, await unpacked(value)] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}

test("every section has something set", () => {
  const preset = everything();
  const empty = emptyPreset();
  const unset = sections
    .filter(({ schema }) => Object.keys(schema.properties ?? {}).length > 0)
    .map(({ id }) => id)
    .filter((id) => JSON.stringify(preset[id]) === JSON.stringify(empty[id]));
  // Typed Butane is what no section knows.
  expect(unset).toEqual(["rest"]);
  expect(toStored(preset, { secrets: "keep" })).toEqual(stored);
});

test("all of them write into one document", async () => {
  const { text, report } = compose(everything());
  expect(report).toEqual([]);
  await expect(text).toMatchFileSnapshot(`${folder}input.bu`);
});

test("the document is the node again", () => {
  const preset = everything();
  const { text } = compose(preset);
  expect(read(text, preset)).toEqual({ ok: true, value: { preset } });
  // What no text says: the name, and where the node runs.
  const { name, target } = preset;
  const reading = read(text, { ...emptyPreset(), name, target });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  const again = reading.value.preset;
  expect(compose(again).text).toBe(text);
  for (const { id } of sections)
    expect({ [id]: again[id] }).toEqual({ [id]: preset[id] });
});

test("Butane itself makes the same config of it, and has as little to say", async () => {
  const { output, report } = transpile(golden("input.bu"), { pretty: true });
  expect(report).toEqual([]);
  expect(golden("expected.report").trim()).toBe("");
  expect(await unpacked(JSON.parse(output!))).toEqual(
    await unpacked(JSON.parse(golden("expected.ign"))),
  );
});

test.skipIf(!validator)("ignition-validate has nothing to say", () => {
  expect(validatorSays(golden("expected.ign"))).toBe("");
});
