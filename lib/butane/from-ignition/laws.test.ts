import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generate } from "@/scripts/conformance/generate";
import { generateIgnition } from "@/scripts/conformance/generate-ignition";
import { Random } from "@/scripts/conformance/random";
import { readingOrder } from "../emit/key-order";
import { directoryTree, fileTree, linkTree } from "../emit/entry-trees";
import { ignitionSpecs } from "../ignition";
import { shapesOf } from "../struct/shape";
import type { Values } from "../struct/decode";
import { transpile } from "../transpile";
import { specs } from "../variants";
import { ignitionToButane } from "./ignition-to-butane";
import { meaningOf, unpacked } from "./testing";
import { toValues } from "./to-values";

const patient = 120_000;
const flatcar = specs.filter(({ variant }) => variant === "flatcar");
const exactVersions: ReadonlySet<string> = new Set(
  flatcar.map(({ base }) => base.ignition.version),
);

/** The law for a config that Butane made. */
function expectAgain(json: string, options: { pretty?: boolean } = {}) {
  const { butane, report } = ignitionToButane(json);
  const left = report.some(({ code }) => code.endsWith("-unsupported"));
  if (left) return;
  const again = transpile(butane!, options);
  expect(again.report.filter(({ kind }) => kind === "error")).toEqual([]);
  const { version } = (JSON.parse(json) as { ignition: { version: string } })
    .ignition;
  if (!exactVersions.has(version)) {
    expect(meaningOf(again.output!)).toEqual(meaningOf(json));
  } else if (again.output !== json) {
    // Compressed contents only, and sources that somebody wrote in a document without any text of its own.
    expect(meaningOf(again.output!)).toEqual(meaningOf(json));
    expect(json).not.toContain('"compression"');
  }
  expect(transpileExactly(json, options)).toEqual(unpacked(json));
}

function transpileExactly(json: string, options: { pretty?: boolean }) {
  const { butane } = ignitionToButane(json, { exact: true });
  const { output } = transpile(butane!, options);
  const config = unpacked(output!) as { ignition: { version: string } };
  const { version } = (JSON.parse(json) as { ignition: { version: string } })
    .ignition;
  return exactVersions.has(version)
    ? config
    : { ...config, ignition: { ...config.ignition, version } };
}

const goldens = fileURLToPath(new URL("../testdata/parity/", import.meta.url));
const made = readdirSync(goldens)
  .filter((spec) => spec.startsWith("flatcar-"))
  .flatMap((spec) =>
    readdirSync(goldens + spec).map((name) => `${spec}/${name}`),
  )
  .filter((name) => existsSync(`${goldens}${name}/expected.ign`));

test.each(made)("law: the real Butane's %s comes back", (name) => {
  const json = readFileSync(`${goldens}${name}/expected.ign`, "utf8");
  expectAgain(json.replace(/\n$/, ""), { pretty: true });
});

const corpus = fileURLToPath(
  new URL("../../../../shared/corpus/butane-documents.jsonl", import.meta.url),
);
describe.skipIf(!existsSync(corpus))("law: what real documents make", () => {
  const lines = existsSync(corpus)
    ? readFileSync(corpus, "utf8").trim().split("\n")
    : [];
  const documents = lines
    .map((line) => JSON.parse(line) as { id: string; text: string })
    .map(({ id, text }) => [id, transpile(text, { raw: true }).output] as const)
    .filter(([, output]) => output !== null);
  test.each(documents)("%s comes back", (_id, json) => expectAgain(json!));
});

test(
  "law: what Butane made of any document comes back",
  () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...flatcar), (seed, spec) => {
        const { output } = transpile(generate(new Random(seed, 0), spec));
        if (output !== null) expectAgain(output);
      }),
      { numRuns: 300 },
    );
  },
  patient,
);

test(
  "law: any config that Ignition takes means the same afterwards",
  () => {
    const any = fc.constantFrom(...ignitionSpecs);
    fc.assert(
      fc.property(fc.nat(), any, (seed, spec) => {
        const json = generateIgnition(new Random(seed, 0), spec);
        const { butane, report } = ignitionToButane(json);
        if (butane === null) return;
        if (report.some(({ code }) => code.endsWith("-unsupported"))) return;
        const again = transpile(butane);
        // What older versions let pass is said at its line in the document.
        if (again.output === null) return;
        const known = spec.marshal(JSON.parse(json));
        expect(meaningOf(again.output)).toEqual(meaningOf(known));
      }),
      { numRuns: 500 },
    );
  },
  patient,
);

test("law: every key of every Ignition has its place in the newest spec of Flatcar", () => {
  const everything = (struct: (typeof ignitionSpecs)[0]["config"]): object =>
    Object.fromEntries(
      struct.fields.map(({ key, type }) => [
        key,
        type.kind === "struct"
          ? everything(type)
          : type.kind === "list" && type.of.kind === "struct"
            ? [everything(type.of)]
            : type.kind === "list"
              ? ["x"]
              : "x",
      ]),
    );
  const { base } = flatcar.at(-1)!;
  const all = everything(ignitionSpecs.at(-1)!.config);
  const root = shapesOf(base.structs).get("Config")!;
  const options = {
    without: new Set<string>(),
    resource: (one: Values) => one,
  };
  expect(toValues(all, root, options).unsaid).toEqual([]);
});

test("entries that are composed and entries that are read back have their keys in the same order", () => {
  const owner = { name: "core" };
  const file = fileTree({
    ...{ path: "/a", mode: 0o644, overwrite: true, user: owner, group: owner },
    ...{ contents: { inline: "a" }, append: [{ inline: "b" }] },
  });
  const directory = directoryTree({ path: "/a", mode: 0o755 });
  const link = linkTree({
    ...{ path: "/a", target: "/b", overwrite: true, hard: true },
  });
  const keys = ({ pairs }: typeof file) => pairs.map(({ key }) => key);
  expect(keys(file)).toEqual(readingOrder.File);
  expect(keys(directory)).toEqual(readingOrder.Directory);
  expect(keys(link)).toEqual(readingOrder.Link);
});
