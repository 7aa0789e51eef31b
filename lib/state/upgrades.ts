import { create } from "zustand";
import type { Upgrade } from "@/lib/pipeline";
import type { ComposerState } from "./composer-state";
import type { ComposerStore } from "./composer-store";

interface Upgrades {
  readonly upgrades: readonly Upgrade[];
  /** Set where what looks for them did not come. */
  readonly again: {
    readonly retry: () => void;
    /** Set while it is tried. */
    readonly trying: boolean;
  } | null;
}

const none: Upgrades = { upgrades: [], again: null };

/** What in the node's own text could be written the current way. An offer: nothing waits for it. */
export const useUpgrades = create<Upgrades>(() => none);

/** Until nobody has typed for so long. */
const quiet = 400;

const pipeline = () => import("@/lib/pipeline");

/** Looks for upgrades whenever the node has come to rest. */
export function followUpgrades(
  store: ComposerStore,
  load = pipeline,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    const part = await load().catch(() => null);
    const preset = readable(store.getState());
    if (!preset) useUpgrades.setState(none, true);
    else if (!part) useUpgrades.setState({ again: { retry, trying: false } });
    else
      useUpgrades.setState({ upgrades: part.upgradesOf(preset), again: null });
  };
  const retry = () => {
    useUpgrades.setState({ again: { retry, trying: true } });
    void look();
  };
  const follow = (now: ComposerState) => {
    clearTimeout(timer);
    if (readable(now)) timer = setTimeout(() => void look(), quiet);
    else if (useUpgrades.getState() !== none) useUpgrades.setState(none, true);
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
