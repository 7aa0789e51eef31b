"use client";

import { Command } from "cmdk";
import { Dialog } from "@/components/ui/dialog";
import styles from "./commands.module.css";
import { useCommandGroups } from "./use-command-groups";

/** Everything by name. */
export function Commands({ onClose }: { onClose: () => void }) {
  const groups = useCommandGroups();
  return (
    <Dialog title="Commands" onClose={onClose} bare>
      <Command label="Commands" className={styles.command} loop>
        <Command.Input
          autoFocus
          className={styles.input}
          placeholder="Section, extension, platform or action…"
        />
        <Command.List className={styles.list}>
          <Command.Empty className={styles.empty}>
            Nothing is called that.
          </Command.Empty>
          {groups.map(({ title, commands }) => (
            <Command.Group key={title} heading={title}>
              {commands.map(({ id, label, keys, words, run }) => (
                <Command.Item
                  key={id}
                  value={id}
                  keywords={[label, ...(words ?? [])]}
                  className={styles.item}
                  onSelect={() => {
                    onClose();
                    // The dialog gives the focus back first; what runs may want it elsewhere.
                    setTimeout(run);
                  }}
                >
                  {label}
                  {keys ? <kbd>{keys}</kbd> : null}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
