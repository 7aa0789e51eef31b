"use client";

import { X } from "lucide-react";
import { useEffect } from "react";
import { create } from "zustand";
import { Button, IconButton } from "./button";
import styles from "./toast.module.css";

interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Stays until closed: something the person has to know. */
  readonly stays?: boolean;
}

const useToasts = create<{ current: (Toast & { id: number }) | null }>(() => ({
  current: null,
}));
let count = 0;

/** Says in one line what happened; the next one takes its place. */
export function showToast(toast: Toast) {
  useToasts.setState({ current: { ...toast, id: ++count } });
}

function closeToast() {
  useToasts.setState({ current: null });
}

export function Toaster() {
  const current = useToasts((state) => state.current);
  useEffect(() => {
    if (!current || current.stays) return;
    const timer = setTimeout(closeToast, current.action ? 10_000 : 4_000);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <div className={styles.place} role="status">
      {current ? (
        <div key={current.id} className={styles.toast}>
          <span className={styles.text}>{current.text}</span>
          {current.action ? (
            <Button
              variant="link"
              onClick={() => {
                // What it does may have something to say as well.
                closeToast();
                current.action?.run();
              }}
            >
              {current.action.label}
            </Button>
          ) : null}
          <IconButton label="Dismiss" onClick={closeToast}>
            <X size={15} aria-hidden />
          </IconButton>
        </div>
      ) : null}
    </div>
  );
}
