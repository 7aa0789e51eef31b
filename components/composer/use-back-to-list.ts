"use client";

import { useEffect, useRef } from "react";
import { useView } from "@/lib/state/view-store";

/** Leaves a section for the list the way the phone's own Back does. */
export const goBack = () => history.back();

/**
 * On a phone a section is a step into the page: Back leads to the list of sections, and the focus goes along both
 * ways.
 */
export function useBackToList(inside: boolean) {
  const was = useRef(inside);
  useEffect(() => {
    if (was.current !== inside && !useView.getState().focus) {
      const id = inside ? "section-title" : "sections";
      document.getElementById(id)?.focus();
    }
    was.current = inside;
    if (!inside) return;
    // The router keeps its own notes in the state of an entry; they go along.
    history.pushState(history.state, "");
    const back = () => useView.setState({ entered: false, focus: null });
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, [inside]);
}
