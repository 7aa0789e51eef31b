import type { Preset } from "@/lib/preset";
import { compareWith } from "./comparing";
import { keptText, takeSnapshot, type Snapshot } from "./snapshot";
import { read, write } from "./storing";
import type { Workings } from "./workings";

/** Keeps a node, with what is different from the newest one. */
export async function take(
  workings: Workings,
  preset: Preset,
  { kind, name }: Pick<Snapshot, "kind" | "name">,
): Promise<void> {
  const { get, now } = workings;
  const [newest] = get().list ?? (await read(workings));
  const compared = await compareWith(workings, newest, preset);
  const snapshot = takeSnapshot(preset, { at: now(), kind, name, ...compared });
  await write(workings, snapshot);
}

/** Keeps a node that is none of the newest, and not empty. */
export async function takeUnknown(
  workings: Workings,
  preset: Preset,
): Promise<void> {
  // Undo and redo go back and forth between the same few.
  const recent = (await read(workings)).slice(0, 5);
  const text = keptText(preset);
  const known = recent.some(({ json }) => json === text);
  if (known || text === '{"kindling":1}') return;
  await take(workings, preset, { kind: "automatic", name: "" });
}
