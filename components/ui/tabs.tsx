"use client";

import { useRef, type KeyboardEvent } from "react";
import styles from "./tabs.module.css";

interface TabsProps<Id extends string> {
  /** Name of the list for a screen reader. */
  label: string;
  tabs: readonly { readonly id: Id; readonly title: string }[];
  active: Id;
  onSelect: (id: Id) => void;
  /** Prefix of the ids that tie tabs to their panels: `<prefix>-tab-<id>` and `<prefix>-panel`. */
  prefix: string;
}

/** A row of tabs; arrow keys, Home and End move between them. */
export function Tabs<Id extends string>({
  label,
  tabs,
  active,
  onSelect,
  prefix,
}: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === active);
    const last = tabs.length - 1;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    const index = to < 0 ? last : to > last ? 0 : to;
    onSelect(tabs[index]!.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[index]?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className={styles.tabs}
      onKeyDown={move}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${prefix}-tab-${tab.id}`}
          aria-selected={tab.id === active}
          aria-controls={`${prefix}-panel`}
          tabIndex={tab.id === active ? 0 : -1}
          className={styles.tab}
          onClick={() => onSelect(tab.id)}
        >
          {tab.title}
        </button>
      ))}
    </div>
  );
}
