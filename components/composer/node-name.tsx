"use client";

import { useComposer } from "@/lib/state/provider";
import styles from "./top-bar.module.css";

/** The name of the node, edited where it stands. */
export function NodeName() {
  const name = useComposer((state) => state.preset.name);
  const setName = useComposer((state) => state.setName);
  return (
    <div className={styles.nameBox}>
      <input
        className={styles.name}
        aria-label="Node name"
        placeholder="Unnamed node"
        spellCheck={false}
        autoComplete="off"
        size={Math.max(8, name.length)}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === "Escape")
            event.currentTarget.blur();
        }}
      />
    </div>
  );
}
