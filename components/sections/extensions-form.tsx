"use client";

import { useRef } from "react";
import { BuiltIns } from "@/components/catalogue/built-ins";
import { ExtensionRow } from "@/components/catalogue/extension-row";
import { Picker } from "@/components/catalogue/picker";
import styles from "@/components/catalogue/extension-row.module.css";
import { SectionPage } from "./section-page";
import { useSection } from "./use-section";

export function ExtensionsForm() {
  const [{ chosen }] = useSection("extensions");
  const keys = useRowKeys(chosen.map(({ id }) => id));
  return (
    <SectionPage
      title="Extensions"
      intro="Images laid over /usr at boot. The exact version is downloaded on first boot, later ones by systemd-sysupdate."
      paths={[
        ["extensions"],
        ["extensions", "chosen"],
        ["extensions", "bakery"],
      ]}
    >
      <ul className={styles.rows} aria-label="Chosen extensions">
        {chosen.map((one, index) => (
          <ExtensionRow key={keys[index]} chosen={one} index={index} />
        ))}
        {chosen.length === 0 ? (
          <li className={styles.empty}>
            No extension yet: the node runs what Flatcar ships. Choose one
            below.
          </li>
        ) : null}
      </ul>
      <Picker />
      <BuiltIns />
    </SectionPage>
  );
}

/**
 * A key per row. The name of an own image is typed in its row, so a row whose name alone changed keeps its key and
 * with it the focus.
 */
function useRowKeys(ids: readonly string[]): readonly number[] {
  const before = useRef<{
    ids: readonly string[];
    keys: readonly number[];
    next: number;
  }>({
    ids: [],
    keys: [],
    next: 0,
  });
  const last = before.current;
  if (
    ids.length === last.ids.length &&
    ids.every((id, index) => id === last.ids[index])
  )
    return last.keys;
  const sameLength = ids.length === last.ids.length;
  let { next } = last;
  const keys = ids.map((id, index) => {
    if (sameLength) return last.keys[index]!;
    const was = last.ids.indexOf(id);
    return was >= 0 ? last.keys[was]! : next++;
  });
  before.current = {
    ids,
    keys:
      [...new Set(keys)].length === keys.length ? keys : keys.map(() => next++),
    next,
  };
  return before.current.keys;
}
