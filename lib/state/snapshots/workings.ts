import type { StoreApi } from "zustand";
import type { Preset } from "@/lib/preset";
import type { LastingShelf } from "./lasting-shelf";
import type { SnapshotsState } from "./snapshots-state";

/** What the store of snapshots works with: its state, and what stands around it. */
export interface Workings {
  readonly set: StoreApi<SnapshotsState>["setState"];
  readonly get: () => SnapshotsState;
  readonly shelf: LastingShelf;
  readonly now: () => number;
  /** What is different between two nodes, in a line; `null` where what compares did not come. */
  readonly summarize: (before: Preset, after: Preset) => Promise<string | null>;
  /** Says to other tabs that something changed. */
  readonly announce: () => void;
}
