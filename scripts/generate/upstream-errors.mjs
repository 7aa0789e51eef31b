// Makes docs/upstream-errors.md: every error and warning that upstream's sources can give for flatcar, with our code and the
// golden that shows it. What upstream says is found by `npm run test:conformance -- --write-goldens`.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadTypeScript } from "../typescript.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const data = "lib/butane/testdata/upstream-errors.json";
const parity = "../lib/butane/testdata/parity";

export async function generate() {
  const found = JSON.parse(readFileSync(`${root}${data}`, "utf8"));
  return { "docs/upstream-errors.md": page(found, await readOurs()) };
}

function readOurs() {
  return loadTypeScript(`export * from "./lib/butane/testing/upstream-codes";`);
}

function page({ upstream, errors, statements }, ours) {
  const brought = errors.filter(({ saidBy }) => !saidBy);
  const others = errors.filter(({ saidBy }) => saidBy);
  const reached = statements.filter(({ golden }) => golden);
  const nameless = reached.filter(({ statement }) => !isNamed(statement));
  return `${[
    "# What upstream can say of a flatcar document",
    "<!-- Made by `npm run generate`; `npm run test:conformance -- --write-goldens` finds what upstream says. -->",
    `Every error and warning that the sources of ${named(upstream)} can give for the variant \`flatcar\`, our code for it, and a golden that shows it. ${errors.length} errors have a name upstream, and ${statements.length} statements of the code behind flatcar bring up an error: Butane's own, Ignition's rules, and the libraries that read YAML, units and data URLs. Go's coverage says that the goldens reach ${reached.length} of them. The other ${statements.length - reached.length} stand at the end, with the reason; generated documents try to reach them in every run of \`npm run test:conformance\`.`,
    `What stands here is checked twice: \`npm run test:conformance\` lists upstream's errors and statements anew, and \`npm test\` that each golden has our code. The whole list of statements is in [upstream-errors.json](../${data}).`,
    "**Refused** means that upstream stops without an entry that has a place.",
    ...byFile(brought).flatMap(([file, rows]) => [
      `## Errors of \`${file}\``,
      table(
        ["Upstream", "Ours", "Kind", "Golden"],
        rows.map((row) => [
          `\`${row.error}\``,
          answer(ours, row.error),
          kinds(row),
          row.shown.map(({ golden }) => link(golden)).join("<br>"),
        ]),
      ),
    ]),
    "## Errors without a name",
    "A statement is named by its file, its function and how it brings the error up. `err` is an error that was handed up from below: by Go's own library, or by one of those here.",
    table(
      ["Upstream", "Ours", "Golden"],
      nameless.map(({ statement, golden }) => [
        `\`${statement}\``,
        ours.codesOfStatement(statement).map(code).join(" "),
        link(golden),
      ]),
    ),
    "## Errors that flatcar does not bring up",
    table(
      ["Upstream", "Why", "Ours, for others"],
      others.map(({ error, saidBy, shown }) => [
        `\`${error}\``,
        ours.UNREACHED_ERRORS[error] ?? whose(saidBy),
        [
          ...(ours.CODES_OF_ERRORS[error] ?? []).map(code),
          ...shown.map(({ golden }) => link(golden)),
        ].join("<br>"),
      ]),
    ),
    "## Statements that no document of flatcar reaches",
    table(
      ["Upstream", "Why"],
      ours.UNREACHED_STATEMENTS.map(([pattern, why]) => [
        statements
          .filter(({ statement }) => ours.isMeant(statement, pattern))
          .map(({ statement }) => `\`${statement}\``)
          .join("<br>"),
        why,
      ]),
    ),
  ].join("\n\n")}\n`;
}

function named(upstream) {
  const [name, version] = upstream.split(" ");
  return `${name[0].toUpperCase()}${name.slice(1)} ${version}`;
}

function isNamed(statement) {
  return /^(?:common|errors)\./.test(statement.split(" ")[2]);
}

function byFile(rows) {
  return [...new Set(rows.map(({ file }) => file))].map((file) => [
    file,
    rows.filter((row) => row.file === file),
  ]);
}

function answer({ CODES_OF_ERRORS, STOPS }, error) {
  if (error in STOPS) return `\`stopped\` is \`${STOPS[error]}\``;
  return CODES_OF_ERRORS[error].map(code).join(" ");
}

function code(code) {
  return `[\`${code}\`](report-codes.md#${code})`;
}

function kinds({ shown }) {
  return [...new Set(shown.map(({ kind }) => kind))]
    .map((kind) => (kind === "refusal" ? "refused" : kind))
    .join(", ");
}

function link(golden) {
  return `[${golden.replace(/^flatcar-/, "")}](${parity}/${golden})`;
}

function whose(folders) {
  if (folders.length === 0) return "nothing in upstream says it any more";
  const variants = folders.map((one) => `\`${one.replace(/.*\//, "")}\``);
  return `only in the rules of ${variants.join(", ")}`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [head, head.map(() => "---"), ...rows].map(line).join("\n");
}
