"use client";

import { useCallback } from "react";
import { showToast } from "@/components/ui/toast";
import type { Extension } from "@/lib/butane";
import { addExtension } from "@/lib/state/add-extension";
import { useCatalogue, useComposerStore } from "@/lib/state/provider";

/** An intent that adds an extension at its newest version and says so. */
export function useAddExtension(): (extension: Extension) => void {
  const store = useComposerStore();
  const catalogue = useCatalogue();
  return useCallback(
    ({ id, title }) => {
      const { preset, edit } = store.getState();
      edit("extensions", addExtension(id, preset, catalogue));
      showToast({ text: `Added ${title}.` });
    },
    [store, catalogue],
  );
}
