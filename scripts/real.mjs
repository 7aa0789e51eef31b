// `npm run test:real`: what Kindling composes, on the real Ignition and the real systemd, in tiers. Each says what it needs; one that
// cannot run here is skipped and says why. Ends with `N passed, N failed`. --tier 1,2 runs only those, --node NAME only nodes whose
// name has that in it, --report runs everything, or these tiers, and writes docs/real-boot.md of what each tier showed last. Tier 5 emulates
// machines, which takes minutes: it runs when it is asked for, and for a report of everything. What is expensive to make is kept in $KINDLING_REAL, by default .kindling/real.
import { join, resolve } from "node:path";
import { env, exit } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { load } from "./bench/bundle.mjs";

const quick = [1, 2, 3, 4];
const root = fileURLToPath(new URL("..", import.meta.url));
const wish = { root, folder: folderOf(), ...options() };
const { real } = await load(root, "scripts/real/run.ts");
const { passed, failed, skipped } = await real(wish);
const rest = skipped > 0 ? `, ${skipped} skipped` : "";
console.log(`${passed} passed, ${failed} failed${rest}`);
exit(failed === 0 ? 0 : 1);

function folderOf() {
  return env.KINDLING_REAL
    ? resolve(env.KINDLING_REAL)
    : join(root, ".kindling/real");
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        tier: { type: "string" },
        node: { type: "string" },
        report: { type: "boolean", default: false },
      },
    });
    const { node = "", report } = values;
    const usual = report ? [...quick, 5] : quick;
    const tiers = values.tier?.split(",").map(Number) ?? usual;
    if (
      tiers.every((tier) => [...quick, 5].includes(tier)) &&
      !(report && node !== "")
    )
      return { tiers, node, report };
  } catch {
    // Said below.
  }
  console.error(
    "usage: npm run test:real -- [--tier 1,2,3,4,5] [--node NAME | --report]\n" +
      "Tier 5 boots virtual machines, which takes minutes; without --tier it is left out.",
  );
  exit(2);
}
