"use client";

import { GripVertical, X } from "lucide-react";
import type { DragEvent, KeyboardEvent, ReactNode } from "react";
import { IconButton } from "./button";
import styles from "./list-editor.module.css";

interface GripProps {
  index: number;
  /** Name of the item for buttons: `key 2`. */
  name: string;
  onMove: (from: number, to: number) => void;
  /** Called with the item whose grip is dragged, and with `null` when it is let go. */
  onDrag: (index: number | null) => void;
}

interface ListRowProps extends GripProps {
  /** Whether there is another place to move to. */
  movable: boolean;
  /** The item that is dragged now. */
  dragged: number | null;
  onRemove: () => void;
  title: ReactNode;
  children: ReactNode;
}

/** An item in a list: its grip, its fields and the button that removes it; it makes room for one dragged over it. */
export function ListRow(props: ListRowProps) {
  const { index, name, dragged, onMove, onDrag } = props;
  const onDragOver = (event: DragEvent) => {
    if (dragged === null) return;
    event.preventDefault();
    if (dragged !== index) {
      onMove(dragged, index);
      onDrag(index);
    }
  };
  return (
    <li
      className={styles.item}
      data-dragged={dragged === index || undefined}
      onDragOver={onDragOver}
      onDrop={(event) => event.preventDefault()}
    >
      {props.movable ? (
        <Grip index={index} name={name} onMove={onMove} onDrag={onDrag} />
      ) : null}
      {props.title}
      <div className={styles.content}>{props.children}</div>
      <IconButton
        label={`Remove ${name}`}
        className={styles.remove}
        onClick={props.onRemove}
      >
        <X size={15} aria-hidden />
      </IconButton>
    </li>
  );
}

function Grip({ index, name, onMove, onDrag }: GripProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowUp: index - 1, ArrowDown: index + 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onMove(index, to);
  };
  return (
    <button
      type="button"
      className={styles.grip}
      aria-label={`Move ${name}`}
      title="Drag, or press the arrow keys"
      draggable
      onDragStart={(event) => {
        onDrag(index);
        event.dataTransfer.effectAllowed = "move";
      }}
      onDragEnd={() => onDrag(null)}
      onKeyDown={onKeyDown}
    >
      <GripVertical size={14} aria-hidden />
    </button>
  );
}
