import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { applyTier } from "./apply";
import { bootTier } from "./boot";
import { mergeTier } from "./merge";
import { catalogueIn } from "./nodes";
import { findIgnition, ran } from "./programs";
import { reportOf } from "./report";
import { keepSeen, lastSeen } from "./seen";
import { Tally, type Setting, type Tier, type TierResult } from "./tally";
import { validateTier } from "./validate";
import { vmTier } from "./vm";

export interface Wish extends Pick<Setting, "root" | "folder" | "node"> {
  /** Numbers of the tiers to run. */
  readonly tiers: readonly number[];
  /** Whether the report is written anew: of what each tier showed last. */
  readonly report: boolean;
}

/** So many failures of a tier are printed. */
const shown = 20;

/** Runs the tiers one after the other and prints what each found. */
export async function real(wish: Wish) {
  mkdirSync(wish.folder, { recursive: true });
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const setting = settingOf(wish);
  const tiers = tiersOf(setting);
  for (const [index, tier] of tiers.entries()) {
    if (!wish.tiers.includes(index + 1)) continue;
    const result = await tried(tier);
    if (wish.node === "") keepSeen(wish.folder, index + 1, result);
    print(index + 1, result);
    sum.passed += result.tally.passed;
    sum.failed += result.tally.failures.length;
    if (result.skipped !== null) sum.skipped++;
  }
  if (wish.report)
    writeFileSync(
      join(wish.root, "docs/real-boot.md"),
      reportOf(lastSeen(wish.folder, tiers.length), ignitionVersion(setting)),
    );
  return sum;
}

function settingOf(wish: Wish): Setting {
  return {
    ...wish,
    catalogue: catalogueIn(wish.root),
    ignition: findIgnition(join(wish.root, ".kindling/ignition")),
  };
}

function tiersOf(setting: Setting): Tier[] {
  return [
    validateTier(setting),
    applyTier(setting),
    mergeTier(setting),
    bootTier(setting),
    vmTier(setting),
  ];
}

function ignitionVersion({ ignition }: Setting): string {
  if (!ignition) return "of no version";
  return ran(ignition.engine, ["-version"])
    .output.replace(/^Ignition /, "")
    .trim();
}

async function tried(tier: Tier): Promise<TierResult> {
  const { title, needs } = tier;
  const tally = new Tally();
  const start = performance.now();
  const skipped = tier.lacks();
  if (skipped === null) {
    try {
      await tier.run(tally);
    } catch (error) {
      // A tier that breaks off must not look like one that had little to do.
      tally.check(
        "runs to its end",
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      );
    }
  }
  const seconds = (performance.now() - start) / 1000;
  return { title, needs, skipped, seconds, tally };
}

function print(number: number, result: TierResult): void {
  const { title, skipped, seconds, tally, needs } = result;
  const { passed, failures, notes } = tally;
  const head = `Tier ${number}, ${title}`;
  if (skipped !== null)
    return console.log(
      `▸ ${head}: skipped, because ${skipped}. It needs ${needs}.`,
    );
  console.log(
    `▸ ${head}: ${passed} passed, ${failures.length} failed, in ${seconds.toFixed(1)} s`,
  );
  for (const note of notes) console.log(`  ${note}`);
  for (const failure of failures.slice(0, shown)) console.log(`  ✗ ${failure}`);
  if (failures.length > shown)
    console.log(`  ✗ and ${failures.length - shown} more`);
}
