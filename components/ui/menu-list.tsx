"use client";

import type { KeyboardEvent, Ref } from "react";
import type { MenuItem } from "./menu";
import styles from "./menu.module.css";

interface MenuListProps {
  ref: Ref<HTMLDivElement>;
  id: string;
  label: string;
  items: readonly MenuItem[];
  close: () => void;
}

/** The actions of an open menu. */
export function MenuList({ ref, id, label, items, close }: MenuListProps) {
  return (
    <div
      ref={ref}
      id={id}
      role="menu"
      aria-label={label}
      popover="manual"
      className={styles.menu}
      onKeyDown={(event) => onKey(event, close)}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles.item}
          data-danger={item.danger || undefined}
          disabled={item.disabled}
          onClick={() => {
            close();
            item.run();
          }}
        >
          {item.icon}
          {item.label}
        </button>
      ))}
    </div>
  );
}

/** Escape and Tab leave, arrows, Home and End walk, a letter jumps. */
function onKey(event: KeyboardEvent<HTMLElement>, close: () => void) {
  const all = entriesOf(event.currentTarget);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const move = (to: number) => all[(to + all.length) % all.length]?.focus();
  if (event.key === "Escape" || event.key === "Tab") close();
  else if (event.key === "ArrowDown") move(at + 1);
  else if (event.key === "ArrowUp") move(at - 1);
  else if (event.key === "Home") move(0);
  else if (event.key === "End") move(-1);
  else {
    // Goes on to the page, as a key does that the menu has no use for.
    if (event.key.length === 1) entryStartingWith(event.key, all)?.focus();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function entryStartingWith(letter: string, entries: readonly HTMLElement[]) {
  return entries.find((entry) =>
    entry.textContent?.toLowerCase().startsWith(letter.toLowerCase()),
  );
}

/** What can be chosen in a list; what is disabled is passed over. */
export function entriesOf(list: HTMLElement | null): HTMLElement[] {
  return Array.from(
    list?.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)") ?? [],
  );
}
