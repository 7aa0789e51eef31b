import type { Preset } from "@/lib/preset";
import type { Snapshot } from "./snapshot";

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
