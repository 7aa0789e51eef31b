import { createStore } from "zustand";
import type { Preset } from "@/lib/preset";
import { surplus } from "./limits";
import { memoryShelf, type Shelf } from "./shelf";
import {
  isSnapshot,
  keptText,
  presetOf,
  takeSnapshot,
  type Snapshot,
} from "./snapshot";

export interface SnapshotsState {
  /** Newest first; null until the browser was asked. */
  readonly list: readonly Snapshot[] | null;
  /** Whether they are gone when the tab closes, because the browser keeps nothing. */
  readonly fleeting: boolean;

  /** Asks the browser again: another tab may have kept or deleted some. */
  load(): Promise<void>;
  /** Keeps a node under a name. */
  keep(preset: Preset, name: string): Promise<void>;
  /** Keeps a node by itself, unless it is one of the newest already. */
  keepAutomatically(preset: Preset): Promise<void>;
  /** Another name; an automatic one becomes a named one by it. */
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Brings back what was removed. */
  putBack(snapshot: Snapshot): Promise<void>;
  /** Compares what could not be compared when it was kept, each with the one before it. */
  compareAgain(): Promise<void>;
}

interface Surroundings {
  readonly shelf: Shelf;
  readonly now?: () => number;
  /** Says once that the browser keeps nothing. */
  readonly tell: () => void;
  /** What is different between two nodes, in a line; `null` where what compares did not come. */
  readonly summarize: (before: Preset, after: Preset) => Promise<string | null>;
  /** Says to other tabs that something changed. */
  readonly announce?: () => void;
}

/** What is different where there is nothing to compare with. */
const firstOne = "";

export function createSnapshots({
  shelf: browser,
  now = Date.now,
  tell,
  summarize,
  announce = () => {},
}: Surroundings) {
  return createStore<SnapshotsState>((set, get) => {
    let shelf = browser;
    // One after the other: what the newest one is must be known before the next is taken.
    let last: Promise<unknown> = Promise.resolve();
    const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
      const done = last.then(work);
      last = done.catch(() => {});
      return done;
    };

    /** From here on in this tab only; what was read before stays in sight. */
    const fallBack = async () => {
      if (shelf !== browser) return;
      shelf = memoryShelf();
      for (const one of get().list ?? []) await shelf.put(one);
      set({ fleeting: true });
      tell();
    };
    const read = async (): Promise<Snapshot[]> => {
      try {
        return sorted((await shelf.all()).filter(isSnapshot));
      } catch {
        await fallBack();
        return sorted((await shelf.all()).filter(isSnapshot));
      }
    };
    const refresh = async () => set({ list: await read() });
    /** Writes one; where there is no room, the automatic ones make some, and at last this tab keeps it by itself. */
    const write = async (snapshot: Snapshot) => {
      try {
        await shelf.put(snapshot);
      } catch {
        try {
          await makeRoom((await read()).filter(isAutomatic).slice(-10));
          await shelf.put(snapshot);
        } catch {
          await fallBack();
          await shelf.put(snapshot);
        }
      }
      const list = await read();
      const gone = surplus(list, now());
      await makeRoom(gone);
      const ids = new Set(gone.map(({ id }) => id));
      set({ list: list.filter(({ id }) => !ids.has(id)) });
      announce();
    };
    const makeRoom = async (snapshots: readonly Snapshot[]) => {
      for (const { id } of snapshots) await shelf.delete(id);
    };
    const take = async (
      preset: Preset,
      kind: Snapshot["kind"],
      name: string,
    ) => {
      const [newest] = get().list ?? (await read());
      const compared = await compareWith(newest, preset);
      await write(takeSnapshot(preset, { at: now(), kind, name, ...compared }));
    };
    /** What a node has that another snapshot has not. */
    const compareWith = async (
      before: Snapshot | undefined,
      preset: Preset | null,
    ): Promise<Pick<Snapshot, "summary" | "uncompared">> => {
      const node = before ? presetOf(before) : null;
      if (!node || !preset) return { summary: firstOne };
      const summary = await summarize(node, preset).catch(() => firstOne);
      return summary === null
        ? { summary: firstOne, uncompared: true }
        : { summary };
    };
    const change = (id: string, work: (one: Snapshot) => Promise<void>) =>
      inTurn(async () => {
        const found = (await read()).find((one) => one.id === id);
        try {
          if (found) await work(found);
        } catch {
          await fallBack();
          if (found) await work(found);
        }
        await refresh();
        announce();
      });

    return {
      list: null,
      fleeting: false,
      load: () => inTurn(refresh),
      keep: (preset, name) => inTurn(() => take(preset, "named", name)),
      keepAutomatically: (preset) =>
        inTurn(async () => {
          // Undo and redo go back and forth between the same few.
          const recent = (await read()).slice(0, 5);
          const text = keptText(preset);
          const known = recent.some(({ json }) => json === text);
          if (known || text === '{"kindling":1}') return;
          await take(preset, "automatic", "");
        }),
      rename: (id, name) =>
        change(id, (one) => shelf.put({ ...one, kind: "named", name })),
      remove: (id) => change(id, () => shelf.delete(id)),
      putBack: (snapshot) => inTurn(() => write(snapshot)),
      compareAgain: () =>
        inTurn(async () => {
          const list = await read();
          for (const [index, one] of list.entries()) {
            if (!one.uncompared) continue;
            const { uncompared: _, ...rest } = one;
            const compared = await compareWith(list[index + 1], presetOf(one));
            if (compared.uncompared) break;
            await write({ ...rest, ...compared });
          }
          await refresh();
        }),
    };
  });
}

function sorted(snapshots: Snapshot[]): Snapshot[] {
  return snapshots.sort((one, other) => other.at - one.at);
}

function isAutomatic({ kind }: Snapshot): boolean {
  return kind === "automatic";
}
