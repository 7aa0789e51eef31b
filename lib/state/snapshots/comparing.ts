import type { Preset } from "@/lib/preset";
import { presetOf, type Snapshot } from "./snapshot";
import { read, refresh, write } from "./storing";
import type { Workings } from "./workings";

type Compared = Pick<Snapshot, "summary" | "uncompared">;

/** What is different where there is nothing to compare with. */
const firstOne = "";

/** What a node has that the snapshot before it has not. */
export async function compareWith(
  { summarize }: Workings,
  before: Snapshot | undefined,
  preset: Preset | null,
): Promise<Compared> {
  const node = before ? presetOf(before) : null;
  if (!node || !preset) return { summary: firstOne };
  const summary = await summarize(node, preset).catch(() => firstOne);
  return summary === null
    ? { summary: firstOne, uncompared: true }
    : { summary };
}

/** Compares those that were kept while what compares did not come; ends where it still does not. */
export async function compareAgain(workings: Workings): Promise<void> {
  const list = await read(workings);
  for (const [index, one] of list.entries()) {
    if (!one.uncompared) continue;
    const { uncompared: _, ...rest } = one;
    const before = list[index + 1];
    const compared = await compareWith(workings, before, presetOf(one));
    if (compared.uncompared) break;
    await write(workings, { ...rest, ...compared });
  }
  await refresh(workings);
}
