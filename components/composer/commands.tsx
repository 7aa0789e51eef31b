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
      <Command label="Commands" className={styles.command} filter={rank} loop>
        <Command.Input
          data-first-focus
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

/** Every typed word has to occur; a beginning of the name counts most, words behind it least. */
function rank(_: string, query: string, keywords: string[] = []): number {
  const [label = "", ...others] = keywords.map((word) => word.toLowerCase());
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  const all = [label, ...others].join(" ");
  if (!wanted.every((word) => all.includes(word))) return 0;
  if (label.startsWith(wanted[0] ?? "")) return 1;
  return wanted.every((word) => label.includes(word)) ? 0.8 : 0.3;
}
