"use client";

import { TextArea } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import type { Path } from "@/lib/butane";
import { setAt } from "@/lib/set-at";
import { PathField, PathMessages } from "./path-field";
import styles from "./section.module.css";

interface KeyListProps {
  at: Path;
  keys: readonly string[];
  onChange: (keys: readonly string[]) => void;
}

/** SSH keys of a user. A pasted authorized_keys file becomes one entry per line. */
export function KeyList({ at, keys, onChange }: KeyListProps) {
  const setKey = (index: number, text: string) => {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    const several = lines.filter(
      (line) => line !== "" && !line.startsWith("#"),
    );
    if (several.length < 2)
      onChange(setAt(keys, [index], text.replace(/[\r\n]+/g, "")));
    else
      onChange([...keys.slice(0, index), ...several, ...keys.slice(index + 1)]);
  };
  return (
    <div className={styles.fields}>
      <PathMessages path={at} />
      <ListEditor
        items={keys}
        onChange={onChange}
        make={() => ""}
        addLabel="Add SSH key"
        name={(_, index) => `SSH key ${index + 1}`}
        render={(key, index) => (
          <PathField
            path={[...at, index]}
            label={keys.length > 1 ? `SSH key ${index + 1}` : "SSH key"}
            help={
              index === 0 && key === ""
                ? "A line of ~/.ssh/id_ed25519.pub. Several lines become several keys."
                : undefined
            }
          >
            <TextArea
              mono
              rows={2}
              placeholder="ssh-ed25519 AAAA… name@host"
              value={key}
              onChange={(text) => setKey(index, text)}
            />
          </PathField>
        )}
      />
    </div>
  );
}
