import type { Snapshot } from "./snapshot";

/** Where snapshots are kept. Every one is an entry of its own, so that two tabs never write over each other. */
export interface Shelf {
  all(): Promise<unknown[]>;
  put(snapshot: Snapshot): Promise<void>;
  delete(id: string): Promise<void>;
}

/** Keeps them until the tab closes. */
export function memoryShelf(): Shelf {
  const entries = new Map<string, Snapshot>();
  return {
    all: () => Promise.resolve([...entries.values()]),
    put: (snapshot) => {
      entries.set(snapshot.id, snapshot);
      return Promise.resolve();
    },
    delete: (id) => {
      entries.delete(id);
      return Promise.resolve();
    },
  };
}
