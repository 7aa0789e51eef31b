import { createStore } from "zustand";
import { compareAgain } from "./comparing";
import { lastingShelf } from "./lasting-shelf";
import type { Shelf } from "./shelf";
import type { SnapshotsState } from "./snapshots-state";
import { change, refresh, write } from "./storing";
import { take, takeUnknown } from "./taking";
import { turns } from "./turns";
import type { Workings } from "./workings";

interface Surroundings {
  readonly shelf: Shelf;
  readonly now?: () => number;
  /** Says once that the browser keeps nothing. */
  readonly tell: () => void;
  readonly summarize: Workings["summarize"];
  /** Default: no other tab is told. */
  readonly announce?: Workings["announce"];
}

/**
 * A store of the snapshots on a shelf. What is asked of it is done in turn; where the browser keeps nothing, `tell` is
 * called once and the tab keeps it by itself.
 */
export function createSnapshots({
  shelf: browser,
  now = Date.now,
  tell,
  summarize,
  announce = () => {},
}: Surroundings) {
  return createStore<SnapshotsState>((set, get) => {
    const shelf = lastingShelf(browser, {
      inSight: () => get().list ?? [],
      onFall: () => {
        set({ fleeting: true });
        tell();
      },
    });
    const workings = { set, get, shelf, now, summarize, announce };
    // What the newest one is must be known before the next is taken.
    const inTurn = turns();
    return {
      list: null,
      fleeting: false,
      load: () => inTurn(() => refresh(workings)),
      keep: (preset, name) =>
        inTurn(() => take(workings, preset, { kind: "named", name })),
      keepAutomatically: (preset) =>
        inTurn(() => takeUnknown(workings, preset)),
      rename: (id, name) =>
        inTurn(() =>
          change(workings, id, (one) =>
            shelf.put({ ...one, kind: "named", name }),
          ),
        ),
      remove: (id) =>
        inTurn(() => change(workings, id, () => shelf.delete(id))),
      putBack: (snapshot) => inTurn(() => write(workings, snapshot)),
      compareAgain: () => inTurn(() => compareAgain(workings)),
    };
  });
}
