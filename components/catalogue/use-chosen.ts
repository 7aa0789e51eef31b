"use client";

import type { ChosenExtension } from "@/lib/preset";
import { useComposerStore } from "@/lib/state/provider";
import { setAt } from "@/lib/set-at";

/** An intent that replaces one chosen extension. */
export function useChosen(index: number): (next: ChosenExtension) => void {
  const store = useComposerStore();
  return (next) => {
    const { preset, edit } = store.getState();
    edit("extensions", setAt(preset.extensions, ["chosen", index], next));
  };
}
