// `npm run fuzz`: throws random texts at the library, which has to answer each within a second, and ends with `N passed, N failed`.
// --seconds N goes on for that long; --seed N makes other texts.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { load } from "./bench/bundle.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { fuzz } = await load(root, "scripts/fuzz/run.ts");
const { tried, failures } = fuzz(options());
const shown = 500;

for (const { id, trouble, text } of failures) {
  const begin = JSON.stringify(text.slice(0, shown));
  const more = text.length > shown ? ` … ${text.length} characters` : "";
  console.log(`✗ ${id} ${trouble}, as small as it gets:\n    ${begin}${more}`);
}
console.log(`${tried - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

function options() {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "60" },
      seed: { type: "string", default: "1" },
    },
  });
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  if (!(seconds > 0) || !Number.isSafeInteger(seed)) {
    console.error("usage: npm run fuzz -- [--seconds N] [--seed N]");
    process.exit(2);
  }
  return { seconds, seed };
}
