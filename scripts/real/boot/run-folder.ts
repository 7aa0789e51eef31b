import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fresh } from "../programs";

/** A folder of this run alone, should another one be under way; what runs that were broken off have left is cleared away. */
export function workFolder(folder: string, name: string): string {
  for (const one of readdirSync(folder)) {
    const [, , owner] = /^(boot|vm)-(\d+)$/.exec(one) ?? [];
    if (owner && !existsSync(`/proc/${owner}`))
      rmSync(join(folder, one), { recursive: true });
  }
  return fresh(join(folder, `${name}-${process.pid}`));
}

/** So that nodes are ended with the run: they are when it exits, and a signal would keep it from that. */
export function endWithSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => process.exit(1));
}
