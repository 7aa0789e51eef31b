import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { npm, root, state } from "./process.mjs";
import { step } from "./progress.mjs";

/** What `npm run build` reads. Tests and their data change nothing in the result. */
const folders = [
  "app",
  "cli",
  "components",
  "examples",
  "lib",
  "public",
  "schemas",
];
const files =
  /^(package(-lock)?\.json|tsconfig\.json|(next|postcss)\.config\.\w+|(proxy|instrumentation)\.ts)$/;
const skipped = /\.test\.\w+$|^testdata$/;
const scripts = ["scripts/build-cli.mjs"];

const record = join(state, "build.json");

/** Builds the page and the command line, unless they were built from these very sources. */
export async function build() {
  const sources = hashOfSources();
  if (isCurrent(sources)) return { ok: true, output: "" };
  return step("Building the page and the command line", async () => {
    const { code, output } = await npm(["run", "--silent", "build"], {
      log: "build",
    });
    if (code === 0) {
      mkdirSync(state, { recursive: true });
      writeFileSync(record, JSON.stringify({ sources, id: buildId() }));
    }
    return { ok: code === 0, output };
  });
}

function isCurrent(sources) {
  try {
    const built = JSON.parse(readFileSync(record, "utf8"));
    // The id tells apart a build that somebody made by hand from other sources.
    return built.sources === sources && built.id === buildId();
  } catch {
    return false;
  }
}

const buildId = () => readFileSync(join(root, ".next/BUILD_ID"), "utf8");

function hashOfSources() {
  const hash = createHash("sha256");
  const paths = [
    ...readdirSync(root).filter((name) => files.test(name)),
    ...scripts.filter((path) => existsSync(join(root, path))),
    ...folders.flatMap(filesBelow),
  ];
  for (const path of paths.sort()) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  // Next writes these into the page.
  for (const [name, value] of Object.entries(process.env).sort()) {
    if (name.startsWith("NEXT_PUBLIC_")) hash.update(`${name}=${value}\0`);
  }
  return hash.digest("hex");
}

function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !skipped.test(entry.name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}
