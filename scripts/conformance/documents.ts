import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ignitionSpecs, specs } from "@/lib/butane";
import { readGolden, type Special } from "@/lib/butane/testing/golden";
import { generate } from "./generate";
import { generateIgnition } from "./generate-ignition";
import { mutate } from "./mutate";
import { Random } from "./random";

/** What both sides are asked. */
export interface TestDocument {
  readonly id: string;
  readonly text: string;
  /** Where `local` files are read. */
  readonly folder?: string;
  /** What that folder cannot hold in a repository. */
  readonly special?: readonly Special[];
  /** Plain Ignition instead of a MachineConfig. */
  readonly raw?: boolean;
  /** The text is an Ignition config, which Ignition is asked about. */
  readonly ignition?: boolean;
}

/** The inputs of the golden cases. */
export function goldenDocuments(root: string): TestDocument[] {
  const parity = join(root, "lib/butane/testdata/parity");
  return foldersIn(parity).flatMap((spec) =>
    foldersIn(join(parity, spec)).map((name) => {
      const { special, ...golden } = readGolden(join(parity, spec, name));
      const id = `golden ${spec}/${name}`;
      return { id, ...golden, ...(special.length > 0 && { special }) };
    }),
  );
}

/** Documents that people have written, where they lie beside the repository; those that are known to differ stand apart. */
export function realDocuments(root: string): {
  documents: TestDocument[];
  gaps: TestDocument[];
} {
  const corpus = join(root, "../shared/corpus/butane-documents.jsonl");
  if (!existsSync(corpus)) return { documents: [], gaps: [] };
  const listed = readFileSync(
    join(root, "lib/butane/testdata/known-gaps.txt"),
    "utf8",
  ).split("\n");
  const documents: TestDocument[] = [];
  const gaps: TestDocument[] = [];
  for (const line of readFileSync(corpus, "utf8").trim().split("\n")) {
    const { id, text } = JSON.parse(line) as TestDocument;
    (listed.includes(id) ? gaps : documents).push({ id: `real ${id}`, text });
  }
  return { documents, gaps };
}

/** As many for every spec; most may read files. */
export function generatedDocument(
  seed: number,
  index: number,
  folder: string,
): TestDocument {
  const random = new Random(seed, index);
  const sound = generate(random, specs[index % specs.length]!);
  const text = random.chance(0.2) ? mutate(sound, random) : sound;
  return { id: `generated ${seed}/${index}`, text, ...ways(random, folder) };
}

/** A golden or real document with a small change, half of them in another spec's name. */
export function mutatedDocument(
  seed: number,
  index: number,
  originals: readonly TestDocument[],
  folder: string,
): TestDocument {
  // Streams of its own, so that more generated documents change none of these.
  const random = new Random(~seed, index);
  const original = random.pick(originals);
  const spec = random.pick(specs);
  const text = random.chance(0.5)
    ? original.text
        .replace(/^variant:.*/m, `variant: ${spec.variant}`)
        .replace(/^version:.*/m, `version: ${spec.version}`)
    : original.text;
  return {
    ...ways(random, folder),
    ...original,
    id: `mutated ${seed}/${index}, of ${original.id}`,
    text: mutate(text, random),
  };
}

/** An Ignition config, as many of every version. */
export function ignitionDocument(seed: number, index: number): TestDocument {
  const random = new Random(seed, index);
  const spec = ignitionSpecs[index % ignitionSpecs.length]!;
  const text = generateIgnition(random, spec);
  return { id: `Ignition ${seed}/${index}`, text, ignition: true };
}

function ways(random: Random, folder: string): Partial<TestDocument> {
  return {
    ...(random.chance(0.8) && { folder }),
    ...(random.chance(0.15) && { raw: true }),
  };
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
