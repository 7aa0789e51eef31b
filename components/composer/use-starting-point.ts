"use client";

import { useCallback } from "react";
import { examples } from "@/examples";
import { showToast } from "@/components/ui/toast";
import { emptyPreset, parsePreset } from "@/lib/preset";
import { useComposerStore } from "@/lib/state/provider";
import { showSection, useView } from "@/lib/state/view-store";

/** Opens a starting point by its id; `empty` is the node without anything. */
export function useStartingPoint(): (id: string) => void {
  const store = useComposerStore();
  return useCallback(
    (id) => {
      const { replace, undo, history } = store.getState();
      const example = examples.find((one) => one.id === id);
      const parsed = example ? parsePreset(example.preset) : null;
      const preset = parsed?.ok ? parsed.value : emptyPreset();
      const before = history.past.length;
      replace(preset, example ? "example" : "empty");
      showSection(example ? "extensions" : "target");
      // On a phone the list of sections comes first.
      useView.setState({ entered: false });
      if (store.getState().history.past.length > before) {
        showToast({
          text: `Replaced the draft with ${example?.title ?? "an empty node"}.`,
          action: { label: "Undo", run: undo },
        });
      }
    },
    [store],
  );
}
