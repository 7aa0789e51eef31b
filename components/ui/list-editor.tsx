"use client";

import { GripVertical, Plus, X } from "lucide-react";
import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Button, IconButton } from "./button";
import styles from "./list-editor.module.css";
import { insertedAt, moved, removedAt, useItemKeys } from "./list-items";

interface ListEditorProps<Item> {
  items: readonly Item[];
  onChange: (items: readonly Item[]) => void;
  /** A new item, added at the end. */
  make: () => Item;
  addLabel: string;
  /** Name of an item for buttons and messages: `key 2`. */
  name: (item: Item, index: number) => string;
  render: (item: Item, index: number) => ReactNode;
  /** One sentence for a list without items. */
  empty?: ReactNode;
  /** Title of an item with several fields: such items stand in cards. */
  title?: (item: Item, index: number) => ReactNode;
}

/**
 * A list that grows at its end. Items move by dragging the grip or with the arrow keys on it; what is removed can be
 * put back in its place until the next change.
 */
export function ListEditor<Item>(props: ListEditorProps<Item>) {
  const { items, onChange } = props;
  const [removed, setRemoved] = useState<{
    item: Item;
    index: number;
    name: string;
  } | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, say] = useState("");
  const keys = useItemKeys(items.length);
  const list = useRef<HTMLUListElement>(null);

  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length || to === from) return;
    say(
      `${props.name(items[from]!, from)} is now number ${to + 1} of ${items.length}`,
    );
    keys.move(from, to);
    setRemoved(null);
    onChange(moved(items, from, to));
  };
  const onGripKey = (event: KeyboardEvent, index: number) => {
    const to = { ArrowUp: index - 1, ArrowDown: index + 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(index, to);
  };
  const add = () => {
    setRemoved(null);
    onChange([...items, props.make()]);
    // The new item's first control, once it is drawn.
    requestAnimationFrame(() => {
      const last = list.current?.querySelector("li:last-of-type");
      last?.querySelector<HTMLElement>("input, textarea, select")?.focus();
    });
  };
  const remove = (index: number) => {
    setRemoved({
      item: items[index]!,
      index,
      name: props.name(items[index]!, index),
    });
    keys.remove(index);
    onChange(removedAt(items, index));
  };
  const putBack = () => {
    if (!removed) return;
    keys.insert(removed.index);
    onChange(insertedAt(items, removed.index, removed.item));
    setRemoved(null);
  };

  return (
    <div className={styles.editor}>
      {items.length === 0 && props.empty ? (
        <p className={styles.empty}>{props.empty}</p>
      ) : null}
      <ul
        ref={list}
        className={styles.list}
        data-cards={props.title ? true : undefined}
      >
        {items.map((item, index) => (
          <li
            key={keys.at(index)}
            className={styles.item}
            data-dragged={dragged === index || undefined}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              if (dragged !== index) {
                move(dragged, index);
                setDragged(index);
              }
            }}
            onDrop={(event) => event.preventDefault()}
          >
            {items.length > 1 ? (
              <button
                type="button"
                className={styles.grip}
                aria-label={`Move ${props.name(item, index)}`}
                title="Drag, or press the arrow keys"
                draggable
                onDragStart={(event) => {
                  setDragged(index);
                  event.dataTransfer.effectAllowed = "move";
                }}
                onDragEnd={() => setDragged(null)}
                onKeyDown={(event) => onGripKey(event, index)}
              >
                <GripVertical size={14} aria-hidden />
              </button>
            ) : null}
            {props.title ? (
              <h3 className={styles.title}>{props.title(item, index)}</h3>
            ) : null}
            <div className={styles.content}>{props.render(item, index)}</div>
            <IconButton
              label={`Remove ${props.name(item, index)}`}
              className={styles.remove}
              onClick={() => remove(index)}
            >
              <X size={15} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      {removed ? (
        <p className={styles.removed}>
          Removed {removed.name}.
          <Button variant="link" onClick={putBack}>
            Undo
          </Button>
        </p>
      ) : null}
      <Button className={styles.add} onClick={add}>
        <Plus size={14} aria-hidden />
        {props.addLabel}
      </Button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </div>
  );
}
