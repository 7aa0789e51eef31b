import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { getBrowsers } from "./browsers.mjs";
import { build } from "./build.mjs";
import { packages } from "./packages.mjs";
import { npm, run, state } from "./process.mjs";
import { elapsed, step, tail } from "./progress.mjs";

/** Each of these is one check: it passes or fails as a whole. */
const checks = [
  ["Lock of the packages", ["lint:lock"]],
  ["Formatting", ["lint:format"]],
  ["Lint rules", ["lint:code"]],
  ["Import arrows", ["lint:arrows"]],
  ["Unused code", ["lint:unused"]],
  ["Generated files", ["generate", "--", "--check"]],
  ["Types", ["typecheck"]],
];

/** Installs, checks and tests everything, and ends with `N passed, N failed`. Gives the exit code. */
export async function suite() {
  await packages();
  const tally = new Tally();
  const browsers = await getBrowsers();
  for (const [title, script] of checks) {
    await oneCheck(tally, title, () =>
      npm(["run", "--silent", ...script], { log: script[0] }),
    );
  }
  await unitTests(tally);
  const built = await buildForTests(tally);
  for (const reason of browsers.missing) {
    tally.fail(`Tests in ${reason}`);
  }
  if (!built) tally.fail("Browser tests: not run, because the build failed");
  else if (browsers.found.length > 0) await browserTests(tally, browsers.found);
  return tally.print();
}

async function oneCheck(tally, title, work) {
  const { ok } = await step(title, async () => {
    const outcome = await work();
    const ok = outcome.ok ?? outcome.code === 0;
    if (!ok) console.log(tail(outcome.output));
    return { ok };
  });
  if (ok) tally.passed += 1;
  else tally.fail(title);
  return ok;
}

/** The build announces itself, and says nothing when the last one is still good. */
async function buildForTests(tally) {
  const { ok, output } = await build();
  if (ok) tally.passed += 1;
  else {
    console.log(tail(output));
    tally.fail("Build");
  }
  return ok;
}

/** Runs a test program that leaves a JSON report, and counts what the report says. */
async function counted(tally, title, args, { report, log, env, read }) {
  await step(title, async () => {
    const file = join(state, report);
    rmSync(file, { force: true });
    const { code, output } = await run(process.execPath, args(file), {
      log,
      env: await env?.(file),
    });
    const counts = read(readReport(file));
    // A crash after the last test, or before the first, shows in the exit code alone.
    if (code !== 0 && counts.failed.length === 0) {
      counts.failed.push(`ended with exit code ${code}`);
    }
    for (const name of counts.failed) tally.fail(`${title}: ${name}`);
    tally.passed += counts.passed;
    tally.skipped.push(...counts.skipped);
    tally.shaky.push(...(counts.shaky ?? []));
    const ok = counts.failed.length === 0;
    if (!ok) console.log(tail(output, 200));
    return { ok, note: `${counts.passed} passed` };
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

const unitTests = (tally) =>
  counted(
    tally,
    "Unit tests, laws and goldens",
    (file) => [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    { report: "vitest.json", log: "vitest", read: readVitest },
  );

function readVitest(report) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const named = (status) =>
    tests.filter((test) => status.includes(test.status)).map(fullName);
  return {
    passed: named(["passed"]).length,
    failed: [
      ...named(["failed"]),
      // A file that cannot be loaded has no tests to report.
      ...files
        .filter(
          (file) =>
            file.status === "failed" &&
            !file.assertionResults.some((test) => test.status === "failed"),
        )
        .map((file) => file.name),
    ],
    skipped: named(["skipped", "pending", "todo"]),
  };
}

const fullName = (test) => test.fullName;

const browserTests = (tally, found) =>
  counted(
    tally,
    `Browser tests (${found.join(", ")})`,
    () => [
      "node_modules/@playwright/test/cli.js",
      "test",
      "--reporter=line,json",
      ...found.map((name) => `--project=${name}`),
    ],
    {
      report: "playwright.json",
      log: "playwright",
      env: async (file) => ({
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        KINDLING_E2E_PORT: `${await freePort()}`,
      }),
      read: readPlaywright,
    },
  );

/** A port that nobody has, so that a composer that is being used does not stand in the way. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

function readPlaywright(report) {
  const tests = (report?.suites ?? []).flatMap((suite) => testsOf(suite, []));
  const named = (status) =>
    tests.filter((test) => test.status === status).map((test) => test.name);
  return {
    passed: named("expected").length + named("flaky").length,
    failed: [
      ...named("unexpected"),
      ...(report?.errors ?? []).map((error) => error.message ?? "error"),
    ],
    skipped: named("skipped"),
    shaky: named("flaky"),
  };
}

function testsOf(suite, above) {
  const path = [...above, suite.title];
  return [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.map((test) => ({
        status: test.status,
        name: [test.projectName, ...path, spec.title].join(" › "),
      })),
    ),
    ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, path)),
  ];
}

class Tally {
  passed = 0;
  failures = [];
  skipped = [];
  shaky = [];

  fail(name) {
    this.failures.push(name);
  }

  /** Prints what failed and the sum; the sum stands alone on the last line, for people and programs alike. */
  print() {
    console.log(`\nAfter ${elapsed()}; logs are in .kindling/logs.`);
    list("Failed", this.failures);
    list("Passed only when tried again", this.shaky);
    list("Skipped", this.skipped);
    console.log(`${this.passed} passed, ${this.failures.length} failed`);
    return this.failures.length === 0 ? 0 : 1;
  }
}

function list(title, names) {
  if (names.length === 0) return;
  console.log(`\n${title} (${names.length}):`);
  for (const name of names.slice(0, 30)) console.log(`  ${name}`);
  if (names.length > 30) console.log(`  … and ${names.length - 30} more`);
  console.log();
}
