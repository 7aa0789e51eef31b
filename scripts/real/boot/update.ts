import { linkedVersion, mergedVersion, runUpdate } from "./observe";
import type { Looked } from "./trial";

/** Runs the updates: the newest version of an extension is linked, and merged without a reboot. */
export async function checkUpdate(
  node: Looked,
  id: string,
  newest: string,
): Promise<void> {
  const { machine } = node;
  node.check("the update succeeds", await runUpdate(machine), 0);
  node.check("the newest is linked", await linkedVersion(machine, id), newest);
  node.check("and merged at once", await mergedVersion(machine, id), newest);
}
