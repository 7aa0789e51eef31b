"use client";

import { ChevronRight } from "lucide-react";
import { useId, type ReactNode } from "react";
import styles from "./fold.module.css";

interface FoldProps {
  /** What the button opens, for who cannot see it: `fields of /etc/motd`. */
  label: string;
  /** What is inside, in a line; stands beside the button. */
  summary: ReactNode;
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
}

/** Fields that are drawn only while they are open, so that a long list stays short and fast. */
export function Fold({ label, summary, open, onOpen, children }: FoldProps) {
  const id = useId();
  return (
    <div className={styles.fold}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => onOpen(!open)}
      >
        <ChevronRight size={14} aria-hidden className={styles.arrow} />
        <span className="visually-hidden">
          {open ? "Close" : "Open"} {label}
        </span>
        <span className={styles.summary}>{summary}</span>
      </button>
      {open ? (
        <div id={id} className={styles.body}>
          {children}
        </div>
      ) : null}
    </div>
  );
}
