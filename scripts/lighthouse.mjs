// `npm run bench:lighthouse`: Lighthouse's scores of the first screen of the last build, as a slow phone and as a desk see it.
// npx fetches Lighthouse: it is larger than everything else here together, and wanted seldom.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { load } from "./bench/bundle.mjs";
import { withServer } from "./built-page.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { chromium, chromiumFlags } = await load(root, "e2e/browser.ts");
/** The last version that runs on Node 20. */
const lighthouse = "lighthouse@12.8.2";
const budgets = {
  performance: 95,
  accessibility: 100,
  "best-practices": 100,
  seo: 100,
};
const longest = 64 * 2 ** 20;

async function scores(url, preset) {
  const { stdout } = await promisify(execFile)(
    "npx",
    [
      "--yes",
      lighthouse,
      url,
      "--quiet",
      "--output=json",
      `--chrome-flags=--headless=new ${chromiumFlags.join(" ")}`,
      ...(chromium ? [`--chrome-path=${chromium}`] : []),
      ...preset,
    ],
    { maxBuffer: longest },
  );
  return JSON.parse(stdout);
}

let missed = false;
await withServer(root, async (url) => {
  for (const [title, preset] of [
    ["mobile", []],
    ["desktop", ["--preset=desktop"]],
  ]) {
    const { categories, audits } = await scores(url, preset);
    const told = Object.entries(budgets).map(([id, budget]) => {
      const score = Math.round(100 * categories[id].score);
      missed ||= title === "mobile" && score < budget;
      return `${id} ${score} (budget ${budget})`;
    });
    console.log(
      `${title}: ${told.join(", ")}; blocked for ${audits["total-blocking-time"].displayValue}`,
    );
  }
});
process.exitCode = missed ? 1 : 0;
