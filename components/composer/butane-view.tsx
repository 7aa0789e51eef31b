"use client";

import { useComposer } from "@/lib/state/provider";
import { shownText } from "@/lib/state/composer-store";
import styles from "./result-pane.module.css";

/** The Butane text, to be read and written. */
export function ButaneView() {
  const text = useComposer(shownText);
  const setText = useComposer((state) => state.setText);
  return (
    <textarea
      aria-label="Butane document"
      className={styles.text}
      spellCheck={false}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
