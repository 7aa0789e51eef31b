"use client";

import { X } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { IconButton } from "./button";
import styles from "./dialog.module.css";

interface DialogProps {
  title: string;
  /** What will happen, in one sentence. */
  intro?: ReactNode;
  onClose: () => void;
  /** Buttons, the one that goes on last. */
  actions?: ReactNode;
  /** `full` takes the window, for what has to be read side by side. */
  width?: "normal" | "wide" | "full";
  /** Without head and padding: the content is a whole of its own; the title names it for a screen reader. */
  bare?: boolean;
  children?: ReactNode;
}

/**
 * A modal window: the browser's own element, which keeps the focus inside, makes the rest inert and closes on
 * Escape. It is open for as long as it is drawn.
 */
export function Dialog({
  title,
  intro,
  onClose,
  actions,
  width,
  bare,
  children,
}: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const introId = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) {
      dialog.showModal();
      // The browser would choose the first button, which closes; the title says first what this is.
      const first = dialog.querySelector<HTMLElement>("[data-first-focus]");
      (first ?? dialog.querySelector<HTMLElement>("h2"))?.focus();
    }
    return () => {
      dialog?.close();
      // The element leaves the page together with its focus; who opened it gets the focus back.
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className={styles.dialog}
      data-width={width}
      aria-labelledby={titleId}
      aria-describedby={intro ? introId : undefined}
      onCancel={(event) => {
        if (event.target !== element.current) return;
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      {bare ? (
        <div className={styles.content}>
          <h2 id={titleId} tabIndex={-1} className="visually-hidden">
            {title}
          </h2>
          {children}
        </div>
      ) : (
        <div className={styles.content}>
          <header className={styles.head}>
            <h2 id={titleId} tabIndex={-1}>
              {title}
            </h2>
            <IconButton label="Close" onClick={onClose}>
              <X size={16} aria-hidden />
            </IconButton>
          </header>
          {intro ? (
            <p id={introId} className={styles.intro}>
              {intro}
            </p>
          ) : null}
          <div className={styles.body}>{children}</div>
          {actions ? (
            <footer className={styles.actions}>{actions}</footer>
          ) : null}
        </div>
      )}
    </dialog>
  );
}
