import type { Preset } from "@/lib/preset";
import type { ComposerState } from "../composer-state";
import type { ComposerStore } from "../composer-store";
import type { SnapshotsState } from "./snapshots-state";

/** A node that is worked on is kept this often. */
const every = 5 * 60_000;
/** What was opened is kept when there is time for it. */
const afterOpening = 4_000;

type Keep = Pick<SnapshotsState, "keepAutomatically">;

/**
 * Keeps the node by itself: what was opened, what is worked on every few minutes and when the tab is left, and what
 * another node is about to take the place of.
 */
export function followSnapshots(
  store: ComposerStore,
  { keepAutomatically }: Keep,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unkept: Preset | null = null;
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    const preset = unkept;
    unkept = null;
    if (preset) void keepAutomatically(preset);
  };
  const note = (preset: Preset, delay: number) => {
    unkept = preset;
    timer ??= setTimeout(keep, delay);
  };
  let seen: Preset | null = null;
  const look = ({ open, preset }: Pick<ComposerState, "open" | "preset">) => {
    if (!open || preset === seen) return;
    const before = seen;
    seen = preset;
    const isNew = before === null || isAnother(before, preset);
    if (before && isNew) {
      unkept = before;
      keep();
    }
    note(preset, isNew ? afterOpening : every);
  };
  look(store.getState());
  const unsubscribe = store.subscribe(look);
  const onHide = () => {
    if (document.visibilityState === "hidden") keep();
  };
  document.addEventListener("visibilitychange", onHide);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    document.removeEventListener("visibilitychange", onHide);
  };
}

/** Whether one node took the place of another, which no single field does. */
function isAnother(before: Preset, after: Preset): boolean {
  const keys = Object.keys(after) as (keyof Preset)[];
  const other = keys.filter(
    (key) =>
      before[key] !== after[key] &&
      JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  return other.length > 2;
}
