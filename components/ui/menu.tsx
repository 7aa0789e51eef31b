"use client";

import {
  useEffect,
  useId,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { Button, IconButton } from "./button";
import styles from "./menu.module.css";
import { useAnchored } from "./use-anchored";

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

interface MenuProps {
  /** Name of the button: `More about Kubernetes`. */
  label: string;
  /** Shows the name too, for a menu that people would not look for behind an icon. */
  named?: boolean;
  icon: ReactNode;
  items: readonly MenuItem[];
}

/** A button with a short list of actions; arrows move, a letter jumps, Escape and a click beside it close. */
export function Menu({ label, named = false, icon, items }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { anchor: button, floating: list } = useAnchored<HTMLButtonElement>(
    open,
    "end",
  );

  useEffect(() => {
    if (!open) return;
    entriesOf(list.current)[0]?.focus();
    const outside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!list.current?.contains(target) && !button.current?.contains(target))
        setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open, button, list]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entriesOf(list.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const move = (to: number) => all[(to + all.length) % all.length]?.focus();
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (event.key === "ArrowDown") move(at + 1);
    else if (event.key === "ArrowUp") move(at - 1);
    else if (event.key === "Home") move(0);
    else if (event.key === "End") move(-1);
    else if (event.key.length === 1) {
      const letter = event.key.toLowerCase();
      all
        .find((item) => item.textContent?.toLowerCase().startsWith(letter))
        ?.focus();
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const trigger = {
    ref: button,
    "aria-haspopup": "menu",
    "aria-expanded": open,
    "aria-controls": open ? id : undefined,
    onClick: () => setOpen(!open),
  } as const;

  return (
    <>
      {named ? (
        <Button {...trigger} variant="plain">
          {icon} {label}
        </Button>
      ) : (
        <IconButton {...trigger} label={label}>
          {icon}
        </IconButton>
      )}
      {open ? (
        <div
          ref={list}
          id={id}
          role="menu"
          aria-label={label}
          popover="manual"
          className={styles.menu}
          onKeyDown={onKeyDown}
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
      ) : null}
    </>
  );
}

function entriesOf(list: HTMLElement | null): HTMLElement[] {
  return Array.from(
    list?.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)") ?? [],
  );
}
