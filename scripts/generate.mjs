// `npm run generate` rewrites everything in the tree that is made by a program; `-- --check` only compares, and fails
// when a file differs. Each file of scripts/generate/ is one generator: its `generate()` answers with the files it
// makes, as path and text, and writes nothing itself.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = new URL("./generate/", import.meta.url);
const check = process.argv.includes("--check");

const stale = [];
let count = 0;
for (const name of readdirSync(folder).filter((name) =>
  name.endsWith(".mjs"),
)) {
  const { generate } = await import(new URL(name, folder).href);
  for (const [path, text] of Object.entries(await generate())) {
    count += 1;
    if (read(path) === text) continue;
    stale.push(path);
    if (check) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function read(path) {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return undefined;
  }
}

if (stale.length === 0) {
  console.log(`${count} generated files are up to date.`);
} else if (check) {
  console.error(
    `Not what the generators make (run \`npm run generate\` and commit the result):\n  ${stale.join("\n  ")}`,
  );
  process.exitCode = 1;
} else {
  console.log(`Rewritten:\n  ${stale.join("\n  ")}`);
}
