"use client";

import { Ellipsis, PenLine, Trash2 } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { Badge } from "@/components/ui/chip";
import { TextInput } from "@/components/ui/inputs";
import { Menu } from "@/components/ui/menu";
import type { Snapshot } from "@/lib/state/snapshots/snapshot";
import styles from "./history-dialog.module.css";
import { when } from "./when";

interface SnapshotRowProps {
  snapshot: Snapshot;
  title: string;
  onOpen: () => void;
  onCompare: () => void;
  onRename: (name: string) => void;
  onDelete: () => void;
}

/** One snapshot: when, its name, what changed, and what can be done with it. */
export function SnapshotRow(props: SnapshotRowProps) {
  const { snapshot, title, onOpen, onCompare, onRename, onDelete } = props;
  const { name, kind, at, summary, uncompared } = snapshot;
  const [renaming, setRenaming] = useState(false);
  return (
    <li className={styles.row} aria-label={title}>
      <div className={styles.words}>
        {renaming ? (
          <RenameField
            name={name}
            onDone={(given) => {
              setRenaming(false);
              if (given !== null && given !== name) onRename(given);
            }}
          />
        ) : (
          <span className={styles.name}>
            {name || "Automatic"}
            {kind === "named" ? <Badge>named</Badge> : null}
          </span>
        )}
        <span className={styles.what}>
          <time dateTime={new Date(at).toISOString()}>{when(at)}</time>
          {summary ? ` · ${summary}` : null}
          {uncompared ? " · what changed is not known yet" : null}
        </span>
      </div>
      <Button aria-label={`Open ${title}`} onClick={onOpen}>
        Open
      </Button>
      <Button aria-label={`Compare ${title} with now`} onClick={onCompare}>
        Compare
      </Button>
      <Menu
        label={`More about ${title}`}
        icon={<Ellipsis size={16} aria-hidden />}
        items={[
          {
            label: "Rename",
            icon: <PenLine size={14} aria-hidden />,
            run: () => setRenaming(true),
          },
          {
            label: "Delete",
            icon: <Trash2 size={14} aria-hidden />,
            danger: true,
            run: onDelete,
          },
        ]}
      />
    </li>
  );
}

/** Takes the name on Enter and when it is left, drops it on Escape. */
function RenameField({
  name,
  onDone,
}: {
  name: string;
  onDone: (name: string | null) => void;
}) {
  const [typed, setTyped] = useState(name);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") onDone(typed.trim() || null);
    else if (event.key === "Escape") {
      // The dialog would close, too.
      event.preventDefault();
      event.stopPropagation();
      onDone(null);
    }
  };
  return (
    <TextInput
      ref={(input) => input?.focus()}
      aria-label="Name"
      value={typed}
      maxLength={80}
      onChange={setTyped}
      onKeyDown={onKeyDown}
      onBlur={() => onDone(typed.trim() || null)}
    />
  );
}
