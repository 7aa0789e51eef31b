import { create } from "zustand";
import type { Upgrade } from "@/lib/pipeline";
import type { ComposerState } from "./composer-state";
import type { ComposerStore } from "./composer-store";

/** What in the node's own text could be written the current way. An offer: nothing waits for it. */
export const useUpgrades = create<{ readonly upgrades: readonly Upgrade[] }>(
  () => ({ upgrades: [] }),
);

/** Until nobody has typed for so long. */
const quiet = 400;

/** Looks for upgrades whenever the node has come to rest. */
export function followUpgrades(store: ComposerStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    const { upgradesOf } = await import("@/lib/pipeline");
    const preset = readable(store.getState());
    if (preset) useUpgrades.setState({ upgrades: upgradesOf(preset) });
  };
  const follow = (now: ComposerState) => {
    clearTimeout(timer);
    if (readable(now)) timer = setTimeout(() => void look(), quiet);
    else if (useUpgrades.getState().upgrades.length > 0)
      useUpgrades.setState({ upgrades: [] });
  };
  follow(store.getState());
  const unsubscribe = store.subscribe((now, before) => {
    if (readable(now) !== readable(before)) follow(now);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

/** The node behind a text that somebody wrote and that was read. */
const readable = ({ broken, computed, outcome }: ComposerState) =>
  !broken && outcome && computed?.rest.whole ? computed : null;
