import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { compare, onlyIn, type Difference } from "./compare";
import {
  generatedDocument,
  goldenDocuments,
  ignitionDocument,
  mutatedDocument,
  realDocuments,
  type TestDocument,
} from "./documents";
import { writeFiles } from "./files";
import { Oracle } from "./oracle";
import { shrink } from "./shrink";
import { contradictions, survey, writeFound } from "./survey";

interface Wish {
  readonly root: string;
  /** Where requests, answers and files lie meanwhile. */
  readonly folder: string;
  readonly seed: number;
  /** How many documents are generated; half as many are mutated, and a quarter are Ignition configs. */
  readonly count: number;
}

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** So many documents are asked about at once. */
const batch = 250;
/** So many differences are shrunk and shown. */
const shown = 5;

/** How many documents there would be to compare, and the list of upstream's errors. */
export function countOf(wish: Wish): number {
  return groupsOf(wish).groups.reduce((sum, { size }) => sum + size, 1);
}

/** Writes what upstream answers to each golden case, and what that shows. */
export async function writeGoldens(wish: Wish, program: string): Promise<void> {
  for (const goldens of ["lib/butane/testdata/parity", "lib/preset/testdata"])
    spawnSync(program, ["-goldens", join(wish.root, goldens)], {
      stdio: "inherit",
    });
  writeFiles(filesOf(wish));
  writeFound(wish.root, await survey({ ...wish, files: filesOf(wish) }));
}

/** Compares all documents, and prints every difference as small as it gets. */
export async function conformance(wish: Wish, program: string): Promise<Tally> {
  const { groups, gaps } = groupsOf(wish);
  const tally: Tally = { passed: 0, failed: 0, skipped: gaps };
  mkdirSync(wish.folder, { recursive: true });
  writeFiles(filesOf(wish));
  const oracle = new Oracle(program, wish.folder);
  for (const { name, size, document } of groups) {
    const differences: Difference[] = [];
    let accepted = 0;
    for (let start = 0; start < size; start += batch) {
      const length = Math.min(batch, size - start);
      const documents = Array.from({ length }, (_, index) =>
        document(start + index),
      );
      const compared = await compare(documents, oracle);
      differences.push(...compared.differences);
      accepted += compared.accepted;
    }
    console.log(
      `${name}: ${size} compared, ${accepted} of them accepted, ${differences.length} differ`,
    );
    for (const difference of differences.slice(0, shown - tally.failed)) {
      show(difference.document.id, await shrink(difference, oracle));
    }
    tally.failed += differences.length;
    tally.passed += size - differences.length;
    for (const { document: one } of differences) console.log(`  ${one.id}`);
  }
  await checkErrors(wish, tally);
  return tally;
}

/** The list of upstream's errors beside the goldens counts as one more. */
async function checkErrors(wish: Wish, tally: Tally): Promise<void> {
  const place = { ...wish, files: filesOf(wish) };
  const wrong = contradictions(wish.root, await survey(place, true));
  console.log(`Upstream's errors: ${wrong.length} lines of the list differ`);
  for (const line of wrong) console.log(`  ${line}`);
  if (wrong.length > 0) console.log("  --write-goldens writes it anew.");
  tally[wrong.length > 0 ? "failed" : "passed"] += 1;
}

interface Group {
  readonly name: string;
  readonly size: number;
  document(index: number): TestDocument;
}

function groupsOf(wish: Wish): { groups: Group[]; gaps: number } {
  const { root, seed, count } = wish;
  const goldens = goldenDocuments(root);
  const { documents: real, gaps } = realDocuments(root);
  // A change to bytes that are no text would be another change for each side.
  const isText = ({ text }: TestDocument) => !/[\ud800-\udfff]/u.test(text);
  const originals = [...goldens, ...real].filter(isText);
  const files = filesOf(wish);
  const groups: Group[] = [
    {
      name: "Golden inputs",
      size: goldens.length,
      document: (index) => goldens[index]!,
    },
    {
      name: "Real documents",
      size: real.length,
      document: (index) => real[index]!,
    },
    {
      name: `Generated, seed ${seed}`,
      size: count,
      document: (index) => generatedDocument(seed, index, files),
    },
    {
      name: `Mutated, seed ${seed}`,
      size: Math.floor(count / 2),
      document: (index) => mutatedDocument(seed, index, originals, files),
    },
    {
      name: `Ignition configs, seed ${seed}`,
      size: Math.floor(count / 4),
      document: (index) => ignitionDocument(seed, index),
    },
  ];
  return { groups, gaps: gaps.length };
}

/** `../files/motd` in a document is inside a folder of that name. */
function filesOf({ folder }: Wish): string {
  return join(folder, "files");
}

function show(id: string, { document, ours, theirs }: Difference): void {
  const indented = (text: string) => text.replace(/^/gm, "    ");
  const { answer } = theirs;
  console.log(`✗ ${id}${document.raw ? " (raw)" : ""}, as small as it gets:`);
  console.log(indented(document.text));
  console.log("  Butane:", answer.error || "accepted");
  for (const { kind, path, line, column, message } of answer.entries) {
    console.log(`    ${kind} ${path} ${line}:${column} ${message}`);
  }
  console.log("  ours:", ours.thrown ?? ours.stopped ?? "accepted");
  for (const { code, path, range } of ours.report) {
    const { line, column } = range?.start ?? { line: 0, column: 0 };
    console.log(`    ${code} $.${path.join(".")} ${line}:${column}`);
  }
  console.log("  only Butane says:", onlyIn(theirs, ours).join(" | ") || "–");
  console.log("  only we say:", onlyIn(ours, theirs).join(" | ") || "–");
  if (ours.output !== theirs.output) {
    console.log(`  Butane's output: ${theirs.output}`);
    console.log(`  our output:      ${ours.output}`);
  }
}
