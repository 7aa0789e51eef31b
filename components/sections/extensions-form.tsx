"use client";

import { BuiltIns } from "@/components/catalogue/built-ins";
import { ExtensionRow } from "@/components/catalogue/extension-row";
import { Picker } from "@/components/catalogue/picker";
import { SourcesCard } from "@/components/catalogue/sources-card";
import styles from "@/components/catalogue/extension-row.module.css";
import type { ChosenExtension } from "@/lib/preset";
import { SectionPage } from "./section-page";
import { useSection } from "./use-section";

export function ExtensionsForm() {
  const [{ chosen }] = useSection("extensions");
  const keys = rowKeys(chosen);
  return (
    <SectionPage
      title="Extensions"
      intro="Images laid over /usr at boot. The exact version is downloaded on first boot, later ones by systemd-sysupdate."
      paths={[["extensions"], ["extensions", "chosen"]]}
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
      <BuiltIns />
      <Picker />
      <SourcesCard />
    </SectionPage>
  );
}

/**
 * A key per row. The name of an own image is typed in its row, so it cannot be the key: the row would lose the
 * focus with every letter.
 */
function rowKeys(chosen: readonly ChosenExtension[]): string[] {
  const seen = new Map<string, number>();
  return chosen.map(({ id, own }) => {
    const name = own ? "own image" : id;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return `${name} ${nth}`;
  });
}
