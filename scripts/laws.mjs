// `npm run test:laws`: the tests that try generated values, each round with values of its own, and ends with `N passed, N failed`.
// --rounds N of them, the first with --seed N; a round takes minutes. What fails is tried again by `SEED=N npx vitest run FILE`.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const { rounds, seed } = options();
const listed = execFileSync(
  "git",
  ["grep", "-l", 'from "fast-check"', "--", "*.test.ts", "*.test.tsx"],
  { cwd: root, encoding: "utf8" },
);
const files = listed.trim().split("\n");
const report = join(root, ".kindling/laws.json");
mkdirSync(join(root, ".kindling"), { recursive: true });
let passed = 0;
let failed = 0;

for (let round = 0; round < rounds; round++) {
  rmSync(report, { force: true });
  const { stdout } = spawnSync(
    "npx",
    ["vitest", "run", "--reporter=json", `--outputFile=${report}`, ...files],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, SEED: String(seed + round) },
    },
  );
  if (!existsSync(report)) {
    console.error(stdout);
    process.exit(1);
  }
  const told = JSON.parse(readFileSync(report, "utf8"));
  passed += told.numPassedTests;
  failed += told.numFailedTests;
  console.log(
    `SEED=${seed + round}: ${told.numPassedTests} passed, ${told.numFailedTests} failed`,
  );
  for (const { name, assertionResults } of told.testResults)
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === "failed")
        console.log(`✗ ${name} ${fullName}\n${failureMessages.join("\n")}`);
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function options() {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "1" },
      seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    },
  });
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
  if (!(rounds > 0) || !Number.isSafeInteger(seed)) {
    console.error("usage: npm run test:laws -- [--rounds N] [--seed N]");
    process.exit(2);
  }
  return { rounds, seed };
}
