"use client";

import { useId, useState } from "react";

export type OptionList = ReturnType<typeof useOptionList>;

/** The list below a field: whether it is open, and on which of its options the arrow keys stand. */
export function useOptionList(options: readonly string[], selected: string) {
  const [open, setOpen] = useState(false);
  const [reached, setReached] = useState<string | null>(null);
  const id = useId();
  // What is selected need not be listed.
  const active = reached !== null && options.includes(reached) ? reached : null;
  const optionId = (option: string) => `${id}-${options.indexOf(option)}`;

  const show = () => {
    setOpen(true);
    setReached(selected);
    requestAnimationFrame(() => {
      const list = document.getElementById(id);
      const at = list?.querySelector("[aria-selected=true]");
      at?.scrollIntoView({ block: "nearest" });
    });
  };
  /** While somebody types, what is listed changes, and the arrow keys stand nowhere in it. */
  const showAnew = () => {
    setOpen(true);
    setReached(null);
  };
  const hide = () => {
    setOpen(false);
    setReached(null);
  };
  const walk = (by: number) => {
    if (options.length === 0) return;
    // From nowhere, down leads to the first and up to the last.
    const nowhere = by > 0 ? -1 : 0;
    const at = active === null ? nowhere : options.indexOf(active);
    const next = options[(at + by + options.length) % options.length]!;
    setReached(next);
    document
      .getElementById(optionId(next))
      ?.scrollIntoView({ block: "nearest" });
  };
  return { open, active, id, optionId, show, showAnew, hide, walk };
}
