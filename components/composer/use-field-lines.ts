"use client";

import { useEffect } from "react";
import { fieldId } from "@/lib/state/field-id";
import { showOrigin } from "@/lib/state/origins";
import { useComposerStore } from "@/lib/state/provider";

/** F12 in a field shows the lines that it wrote, as F12 in the text shows the field. */
export function useFieldLines() {
  const store = useComposerStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F12" || !(event.target instanceof Element)) return;
      const origins = store.getState().outcome?.origins ?? [];
      let part = event.target.closest('[id^="f-"]');
      // What wrote nothing by itself belongs to something that did.
      for (; part; part = part.parentElement?.closest('[id^="f-"]') ?? null) {
        const { id } = part;
        const origin = origins.find(({ field }) => fieldId(field) === id);
        if (!origin) continue;
        event.preventDefault();
        void showOrigin(store, origin.field);
        return;
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [store]);
}
