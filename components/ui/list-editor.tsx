"use client";

import { Plus } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import { Button } from "./button";
import styles from "./list-editor.module.css";
import { ListRow } from "./list-row";
import { useListEdits, type EditedList } from "./use-list-edits";

interface ListEditorProps<Item> extends EditedList<Item> {
  addLabel: string;
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
  const { items, title } = props;
  const edits = useListEdits(props);
  const [dragged, setDragged] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);

  const add = () => {
    edits.add();
    // The new item's first control, once it is drawn.
    requestAnimationFrame(() => {
      const last = list.current?.querySelector("li:last-of-type");
      last?.querySelector<HTMLElement>("input, textarea, select")?.focus();
    });
  };

  return (
    <div className={styles.editor}>
      {items.length === 0 && props.empty ? (
        <p className={styles.empty}>{props.empty}</p>
      ) : null}
      <ul
        ref={list}
        className={styles.list}
        data-cards={title ? true : undefined}
      >
        {items.map((item, index) => (
          <ListRow
            key={edits.keyAt(index)}
            index={index}
            name={props.name(item, index)}
            title={
              title ? (
                <h3 className={styles.title}>{title(item, index)}</h3>
              ) : null
            }
            movable={items.length > 1}
            dragged={dragged}
            onDrag={setDragged}
            onMove={edits.move}
            onRemove={() => edits.remove(index)}
          >
            {props.render(item, index)}
          </ListRow>
        ))}
      </ul>
      {edits.removed ? (
        <p className={styles.removed}>
          Removed {edits.removed.name}.
          <Button variant="link" onClick={edits.putBack}>
            Undo
          </Button>
        </p>
      ) : null}
      <Button onClick={add}>
        <Plus size={14} aria-hidden />
        {props.addLabel}
      </Button>
      <span className="visually-hidden" role="status">
        {edits.said}
      </span>
    </div>
  );
}
