"use client";

import { useState, type ReactNode } from "react";
import { Fold } from "@/components/ui/fold";
import { Message } from "@/components/ui/message";
import { startsWith, type Path } from "@/lib/butane";
import { fieldId } from "@/lib/state/field-id";
import { useView } from "@/lib/state/view-store";
import { PathMessages } from "./path-field";
import styles from "./section.module.css";
import { useMessages } from "./use-section";

interface FoldCardProps {
  /** Where the item stands in the preset. */
  path: Path;
  /** Name of the item: `/etc/motd`. */
  name: string;
  summary: ReactNode;
  /** A new item begins open. */
  startOpen: boolean;
  children: ReactNode;
}

/** The fields of an item of a long list. Closed, it still says what is wrong inside; a problem that asks for a field opens it. */
export function FoldCard(props: FoldCardProps) {
  const { path, name, summary, startOpen, children } = props;
  const focus = useView((view) => view.focus);
  const isAsked = focus !== null && startsWith(focus.path, path);
  const [open, setOpen] = useState(startOpen || isAsked);
  const [served, setServed] = useState(focus?.token);
  if (focus && focus.token !== served) {
    setServed(focus.token);
    if (isAsked) setOpen(true);
  }
  return (
    <div role="group" aria-label={name}>
      <Fold
        label={`the fields of ${name}`}
        summary={summary}
        open={open}
        onOpen={setOpen}
      >
        <PathMessages path={path} />
        {children}
      </Fold>
      {open ? null : <Inside path={path} />}
    </div>
  );
}

/** What is wrong inside, for as long as its fields are not drawn. */
function Inside({ path }: { path: Path }) {
  const messages = useMessages(path);
  return (
    <div
      id={fieldId(path)}
      tabIndex={-1}
      className={styles.messages}
      aria-live="polite"
    >
      {messages.map((message, index) => (
        <Message key={index} {...message} />
      ))}
    </div>
  );
}
