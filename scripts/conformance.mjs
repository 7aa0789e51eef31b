// `npm run test:conformance`: asks the real Butane and ours about the same documents, and ends with `N passed, N failed`.
// --count N generates that many documents, mutates half as many, and adds a quarter as many Ignition configs; --seed N makes
// other ones. --write-goldens asks about nothing: it writes the expected files of all golden cases anew, and which of them
// shows which of upstream's errors.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { load } from "./bench/bundle.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, ".kindling/conformance");
const { writeGoldens: isWriting, ...wish } = { root, folder, ...options() };
const { conformance, countOf, writeGoldens } = await load(
  root,
  "scripts/conformance/run.ts",
);

if (spawnSync("go", ["version"]).status !== 0) {
  console.log("Skipped: there is no Go here to build the real Butane with.");
  end({ passed: 0, failed: 0, skipped: countOf(wish) });
} else if (!buildOracle()) {
  end({ passed: 0, failed: 1, skipped: countOf(wish) });
} else if (isWriting) {
  await writeGoldens(wish, oracle());
} else {
  end(await conformance(wish, oracle()));
}

function options() {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: "5000" },
      seed: { type: "string", default: "1" },
      "write-goldens": { type: "boolean", default: false },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  if (
    !Number.isSafeInteger(count) ||
    !Number.isSafeInteger(seed) ||
    count < 0
  ) {
    console.error(
      "usage: npm run test:conformance -- [--count N] [--seed N] | --write-goldens",
    );
    process.exit(2);
  }
  return { count, seed, writeGoldens: values["write-goldens"] };
}

function oracle() {
  return join(folder, "oracle");
}

/** Whether the program around the real Butane could be built; the first time that takes the module proxy. */
function buildOracle() {
  mkdirSync(folder, { recursive: true });
  const { status, stderr } = spawnSync("go", ["build", "-o", oracle(), "."], {
    cwd: join(root, "conformance"),
    encoding: "utf8",
  });
  if (status !== 0) console.log(`The real Butane cannot be built:\n${stderr}`);
  return status === 0;
}

function end({ passed, failed, skipped }) {
  const rest = skipped > 0 ? `, ${skipped} skipped` : "";
  console.log(`${passed} passed, ${failed} failed${rest}`);
  process.exitCode = failed === 0 ? 0 : 1;
}
