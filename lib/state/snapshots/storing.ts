import { surplus } from "./limits";
import { isSnapshot, type Snapshot } from "./snapshot";
import type { Workings } from "./workings";

/** All that are kept, the newest first. */
export function read({ shelf }: Workings): Promise<Snapshot[]> {
  return shelf.surely(async () => {
    const snapshots = (await shelf.all()).filter(isSnapshot);
    return snapshots.sort((one, other) => other.at - one.at);
  });
}

/** Has the store show what is kept. */
export async function refresh(workings: Workings): Promise<void> {
  workings.set({ list: await read(workings) });
}

/** Writes one, and clears away what is too old or too much with it; where nothing else helps, this tab keeps it by itself. */
export async function write(
  workings: Workings,
  snapshot: Snapshot,
): Promise<void> {
  const { set, shelf, now, announce } = workings;
  await shelf.surely(() => putIn(workings, snapshot));
  const list = await read(workings);
  const gone = surplus(list, now());
  await clear(workings, gone);
  const ids = new Set(gone.map(({ id }) => id));
  set({ list: list.filter(({ id }) => !ids.has(id)) });
  announce();
}

/** Where there is no room, the oldest automatic ones make some. */
async function putIn(workings: Workings, snapshot: Snapshot): Promise<void> {
  try {
    await workings.shelf.put(snapshot);
  } catch {
    const automatic = (await read(workings)).filter(isAutomatic);
    await clear(workings, automatic.slice(-10));
    await workings.shelf.put(snapshot);
  }
}

async function clear(
  { shelf }: Workings,
  snapshots: readonly Snapshot[],
): Promise<void> {
  for (const { id } of snapshots) await shelf.delete(id);
}

/** Does something with one of them; where another tab deleted it, nothing. */
export async function change(
  workings: Workings,
  id: string,
  work: (one: Snapshot) => Promise<void>,
): Promise<void> {
  const found = (await read(workings)).find((one) => one.id === id);
  if (found) await workings.shelf.surely(() => work(found));
  await refresh(workings);
  workings.announce();
}

function isAutomatic({ kind }: Snapshot): boolean {
  return kind === "automatic";
}
