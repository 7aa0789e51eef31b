"use client";

import { useSyncExternalStore, useEffect, useState } from "react";

/** The width below which no editor is loaded. */
const wide = "(min-width: 720px)";

/**
 * Whether there is room for the editor: `none` on phones, `soon` until the page is at rest or somebody begins to use it,
 * then `now`. A pane that has its editor keeps it.
 */
export function useRoom(): "none" | "soon" | "now" {
  const roomy = useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(wide);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => window.matchMedia(wide).matches,
    () => true,
  );
  const [rested, setRested] = useState(false);
  useEffect(() => {
    if (roomy && !rested) return whenIdle(() => setRested(true));
  }, [roomy, rested]);
  if (!roomy) return "none";
  return rested ? "now" : "soon";
}

/** Safari has no `requestIdleCallback`; a short wait does there. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(work, { timeout: 2000 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(work, 300);
  return () => clearTimeout(id);
}
