import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tally, TierResult } from "./tally";

/** What a whole tier showed, as it is kept for the report. */
export interface Seen
  extends Pick<TierResult, "title" | "skipped" | "seconds"> {
  readonly tally: Pick<Tally, "passed" | "failures" | "notes" | "stories">;
}

const fileOf = (folder: string, number: number) =>
  join(folder, "seen", `${number}.json`);

/** Keeps what a tier showed, so that a report which runs only another one has it too. */
export function keepSeen(folder: string, number: number, seen: Seen): void {
  const { title, skipped, seconds, tally } = seen;
  const { passed, failures, notes, stories } = tally;
  mkdirSync(join(folder, "seen"), { recursive: true });
  writeFileSync(
    fileOf(folder, number),
    JSON.stringify({
      ...{ title, skipped, seconds },
      tally: { passed, failures, notes, stories },
    }),
  );
}

/** What each of the tiers 1 to `count` showed last. Throws where one was never run as a whole. */
export function lastSeen(folder: string, count: number): Seen[] {
  return Array.from({ length: count }, (_, index) => {
    const file = fileOf(folder, index + 1);
    if (!existsSync(file))
      throw new Error(`tier ${index + 1} was never run as a whole`);
    return JSON.parse(readFileSync(file, "utf8")) as Seen;
  });
}
