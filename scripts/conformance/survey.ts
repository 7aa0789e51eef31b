import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { specs } from "@/lib/butane";
import type { UpstreamErrors } from "@/lib/butane/testing/upstream-errors";
import {
  generatedDocument,
  goldenDocuments,
  mutatedDocument,
  type TestDocument,
} from "./documents";
import { Oracle } from "./oracle";

/** What conformance/errors lists. */
interface Listed {
  readonly errors: readonly {
    readonly name: string;
    readonly file: string;
    readonly text: string;
    readonly saidBy: readonly string[];
  }[];
  readonly statements: readonly {
    readonly id: string;
    readonly reachedBy: readonly string[];
  }[];
}

interface Survey {
  readonly found: UpstreamErrors;
  /** Statements that only documents outside the golden corpus have reached. */
  readonly reachedOtherwise: readonly string[];
}

interface Place {
  readonly root: string;
  readonly folder: string;
  readonly files: string;
}

/** So many generated documents try to reach what no golden reaches, and as many mutated ones. */
const tries = 1500;

/**
 * Finds out which golden of flatcar shows which of upstream's errors: by what upstream says of each, and by Go's coverage
 * of the statements behind the variant. That takes a run for each golden; `together` says only whether any reaches a
 * statement.
 */
export async function survey(place: Place, together = false): Promise<Survey> {
  const program = buildCovered(place);
  const goldens = goldenDocuments(place.root);
  const profiles = emptied(join(place.folder, "profiles"));
  const ofFlatcar = goldens.filter(({ id }) => id.startsWith("golden flatcar"));
  // The coverage of a run is that of all it was asked.
  for (const run of together ? [ofFlatcar] : ofFlatcar.map((one) => [one])) {
    const name = nameOf(run[0]!).replace("/", "@");
    await profile(program, run, place.folder, join(profiles, name));
  }
  const others = triedDocuments(ofFlatcar, place.files);
  await profile(program, others, place.folder, join(profiles, tried));
  const listed = list(place.root, profiles);
  const answered = await saidOf(goldens, covered(program, place.folder));
  return {
    found: found(place.root, listed, answered, sizes(goldens)),
    reachedOtherwise: listed.statements
      .filter(({ reachedBy }) => reachedBy.join() === tried)
      .map(({ id }) => id),
  };
}

const tried = "tried";

function buildCovered({ root, folder }: Place): string {
  const packages = go(root, ["run", "./errors", "-packages"])
    .trim()
    .split("\n");
  const program = join(folder, "oracle-covered");
  // The program itself has to be among the packages, or nothing is counted.
  const covered = ["conformance", ...packages].join();
  const flags = ["-cover", "-covermode=set", `-coverpkg=${covered}`];
  go(root, ["build", ...flags, "-o", program, "."]);
  return program;
}

async function profile(
  program: string,
  documents: readonly TestDocument[],
  folder: string,
  into: string,
): Promise<void> {
  const oracle = covered(program, folder);
  await oracle.ask(documents);
  const { GOCOVERDIR: counted = "" } = oracle.environment;
  go(folder, ["tool", "covdata", "textfmt", "-i", counted, "-o", into], folder);
}

/** The program with its counters at nought. */
function covered(program: string, folder: string): Oracle {
  const counted = emptied(join(folder, "covered"));
  return new Oracle(program, folder, { GOCOVERDIR: counted });
}

function triedDocuments(
  goldens: readonly TestDocument[],
  files: string,
): TestDocument[] {
  const isFlatcar = ({ text }: TestDocument) =>
    /^variant: flatcar$/m.test(text);
  const count = tries * specs.length;
  const generated = Array.from({ length: count }, (_, index) => index)
    .filter((index) => specs[index % specs.length]?.variant === "flatcar")
    .slice(0, tries)
    .map((index) => generatedDocument(1, index, files));
  const mutated = Array.from({ length: tries }, (_, index) =>
    mutatedDocument(1, index, goldens, files),
  );
  return [...generated, ...mutated].filter(isFlatcar);
}

function list(root: string, profiles: string): Listed {
  return JSON.parse(
    go(root, ["run", "./errors", "-profiles", profiles]),
  ) as Listed;
}

/** What upstream says of each golden: kinds and messages, and as `refusal` what it stops with. */
async function saidOf(
  goldens: readonly TestDocument[],
  oracle: Oracle,
): Promise<ReadonlyMap<string, readonly Said[]>> {
  const outcomes = await oracle.ask(goldens);
  return new Map(
    outcomes.map(({ answer }, index) => [
      nameOf(goldens[index]!),
      [
        ...answer.entries.map(({ kind, message }) => ({ kind, message })),
        ...(answer.error ? [{ kind: "refusal", message: answer.error }] : []),
      ],
    ]),
  );
}

interface Said {
  readonly kind: string;
  readonly message: string;
}

function found(
  root: string,
  { errors, statements }: Listed,
  said: ReadonlyMap<string, readonly Said[]>,
  size: ReadonlyMap<string, number>,
): UpstreamErrors {
  const version = join(root, "lib/butane/testdata/parity/VERSION");
  const smallest = (names: readonly string[]) =>
    [...names].sort((one, other) => size.get(one)! - size.get(other)!)[0];
  return {
    upstream: readFileSync(version, "utf8").trim(),
    errors: errors.map(({ name, file, text, saidBy }) => {
      const shown = shownBy(text, said, smallest);
      const isOurs = shown.some(({ golden }) => golden.startsWith("flatcar"));
      return {
        error: name,
        file,
        shown,
        ...(!isOurs && { saidBy: withoutVersions(saidBy) }),
      };
    }),
    statements: statements.map(({ id, reachedBy }) => {
      const names = reachedBy
        .filter((name) => name !== tried)
        .map((name) => name.replace("@", "/"));
      return { statement: id, golden: smallest(names) ?? null };
    }),
  };
}

/** For each kind and spec version the smallest golden; those of other variants only where flatcar has none. */
function shownBy(
  text: string,
  said: ReadonlyMap<string, readonly Said[]>,
  smallest: (names: readonly string[]) => string | undefined,
): { kind: string; golden: string }[] {
  const pattern = patternOf(text);
  const groups = new Map<string, string[]>();
  for (const [golden, messages] of said) {
    for (const { kind, message } of messages) {
      if (!pattern.test(message)) continue;
      const group = `${golden.split("/")[0]} ${kind}`;
      groups.set(group, [...(groups.get(group) ?? []), golden]);
    }
  }
  const shown = [...groups].map(([group, goldens]) => ({
    kind: group.split(" ")[1]!,
    golden: smallest(goldens)!,
  }));
  const ours = shown.filter(({ golden }) => golden.startsWith("flatcar"));
  return ours.length > 0 ? ours : shown.slice(0, 1);
}

/** The folders that hold a folder for each version. */
function withoutVersions(folders: readonly string[]): string[] {
  return [...new Set(folders.map((one) => one.replace(/\/v\d.*/, "")))];
}

/** Messages that a text of Go's can become. */
function patternOf(text: string): RegExp {
  const parts = text
    .split(/%[a-z]/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^]*")}$`);
}

function sizes(goldens: readonly TestDocument[]): ReadonlyMap<string, number> {
  return new Map(goldens.map((one) => [nameOf(one), one.text.length]));
}

function nameOf({ id }: TestDocument): string {
  return id.replace("golden ", "");
}

function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

function go(root: string, words: string[], cwd = join(root, "conformance")) {
  const { status, stdout, stderr } = spawnSync("go", words, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`go ${words[0]}: ${stderr}`);
  return stdout;
}

/** Writes what was found beside the goldens. */
export function writeFound(root: string, { found }: Survey): void {
  const { upstream, errors, statements } = found;
  const rows = (all: readonly object[]) =>
    all.map((one) => `    ${JSON.stringify(one)}`).join(",\n");
  // A row a line, so that a difference can be read.
  writeFileSync(
    foundPath(root),
    `{
  "upstream": ${JSON.stringify(upstream)},
  "errors": [
${rows(errors)}
  ],
  "statements": [
${rows(statements)}
  ]
}
`,
  );
}

/** What a survey of all goldens together contradicts in what stands written. */
export function contradictions(
  root: string,
  { found, reachedOtherwise }: Survey,
): string[] {
  const written = JSON.parse(
    readFileSync(foundPath(root), "utf8"),
  ) as UpstreamErrors;
  const linesOf = ({ upstream, errors, statements }: UpstreamErrors) => [
    upstream,
    ...errors.map((one) => JSON.stringify(one)),
    ...statements.map(
      ({ statement, golden }) =>
        `${statement}: ${golden ? "reached" : "not reached"}`,
    ),
  ];
  const [before, after] = [linesOf(written), linesOf(found)];
  return [
    ...before
      .filter((line) => !after.includes(line))
      .map((line) => `- ${line}`),
    ...after
      .filter((line) => !before.includes(line))
      .map((line) => `+ ${line}`),
    ...reachedOtherwise.map((id) => `${id}: reached by a generated document`),
  ];
}

function foundPath(root: string): string {
  return join(root, "lib/butane/testdata/upstream-errors.json");
}
