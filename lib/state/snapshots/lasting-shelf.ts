import { memoryShelf, type Shelf } from "./shelf";
import type { Snapshot } from "./snapshot";

/** The browser's shelf; once the browser keeps nothing, one of this tab in its place. */
export interface LastingShelf extends Shelf {
  /** Does something with the shelf; where the browser refuses, once more with that of this tab. */
  surely<Value>(work: () => Promise<Value>): Promise<Value>;
}

interface Surroundings {
  /** What was read before; it stays in sight. */
  readonly inSight: () => readonly Snapshot[];
  /** Called once, when this tab's shelf has taken the place of the browser's. */
  readonly onFall: () => void;
}

/** A shelf that does not fail for good: only what goes through `surely` notices that the browser refuses. */
export function lastingShelf(
  browser: Shelf,
  { inSight, onFall }: Surroundings,
): LastingShelf {
  let shelf = browser;
  const fallBack = async () => {
    if (shelf !== browser) return;
    shelf = memoryShelf();
    for (const one of inSight()) await shelf.put(one);
    onFall();
  };
  return {
    all: () => shelf.all(),
    put: (snapshot) => shelf.put(snapshot),
    delete: (id) => shelf.delete(id),
    surely: async (work) => {
      try {
        return await work();
      } catch {
        await fallBack();
        return work();
      }
    },
  };
}
