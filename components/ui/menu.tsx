"use client";

import { useEffect, useId, useState, type ReactNode } from "react";
import { Button, IconButton } from "./button";
import { entriesOf, MenuList } from "./menu-list";
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
  const { open, toggle, close, button, list } = useOpening();
  const id = useId();
  const trigger = {
    ref: button,
    "aria-haspopup": "menu",
    "aria-expanded": open,
    "aria-controls": open ? id : undefined,
    onClick: toggle,
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
        <MenuList
          ref={list}
          id={id}
          label={label}
          items={items}
          close={close}
        />
      ) : null}
    </>
  );
}

/** Whether the list is open, and where the focus goes: into the list as it opens, back to the button as it closes. */
function useOpening() {
  const [open, setOpen] = useState(false);
  const { anchor: button, floating: list } = useAnchored<HTMLButtonElement>(
    open,
    "end",
  );

  useEffect(() => {
    if (!open) return;
    entriesOf(list.current)[0]?.focus();
    // A click beside the list takes the focus to where it was made.
    const outside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!list.current?.contains(target) && !button.current?.contains(target))
        setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open, button, list]);

  const toggle = () => setOpen(!open);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return { open, toggle, close, button, list };
}
