"use client";

import { useEffect } from "react";
import { useComposerStore } from "@/lib/state/provider";
import { openDialog } from "@/lib/state/view-store";
import { useCopyUserData } from "./use-copy-user-data";
import { downloadPreset } from "@/components/share/preset-file";

/** Keys that work anywhere in the composer; the palette lists them. */
export function useShortcuts() {
  const store = useComposerStore();
  const copy = useCopyUserData();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      // A dialog has keys and fields of its own.
      if (document.querySelector("dialog[open]")) return;
      const { undo, redo, preset } = store.getState();
      const key = event.key.toLowerCase();
      if (key === "k") openDialog("commands");
      else if (key === "enter") copy();
      else if (key === "s" && !event.shiftKey) downloadPreset(preset);
      else if (key === "y" || (key === "z" && event.shiftKey)) redo();
      else if (key === "z") undo();
      else return;
      event.preventDefault();
    };
    // Before the browser's own undo of a text field, which knows nothing of the node.
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () =>
      document.removeEventListener("keydown", onKeyDown, { capture: true });
  });
}
