"use client";

import { useEffect } from "react";
import { fieldId } from "@/lib/state/field-id";
import { useView } from "@/lib/state/view-store";

// The section may only now be drawn, and its form may have to be fetched first. In milliseconds.
const longestWait = 3000;

/** Gives a field the focus when a problem or a chip asks for it; what is not drawn gives it to what it is part of. */
export function useFieldFocus() {
  const focus = useView((view) => view.focus);
  useEffect(() => {
    // A dialog sees to its own fields, which come with it.
    if (!focus || focus.inDialog) return;
    let frame = 0;
    const deadline = performance.now() + longestWait;
    const look = () => {
      const element = nearest(focus.path);
      if (!element) {
        if (performance.now() < deadline) frame = requestAnimationFrame(look);
        return;
      }
      const control = element.matches("input, textarea, select, button")
        ? element
        : (element.querySelector<HTMLElement>(
            "input:checked, input, textarea, select",
          ) ?? element);
      element.scrollIntoView({ block: "center" });
      control.focus({ preventScroll: true });
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [focus]);
}

function nearest(path: readonly (string | number)[]): HTMLElement | null {
  for (let length = path.length; length > 0; length--) {
    const element = document.getElementById(fieldId(path.slice(0, length)));
    if (element) return element;
  }
  return null;
}
