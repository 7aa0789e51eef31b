"use client";

import { Check, Plus } from "lucide-react";
import { showToast } from "@/components/ui/toast";
import type { Extension, Release } from "@/lib/butane";
import { addExtension } from "@/lib/state/add-extension";
import { obstacleFor } from "@/lib/state/availability";
import { useComposer, useComposerStore } from "@/lib/state/provider";
import { useCatalogue } from "@/lib/state/provider";
import styles from "./picker.module.css";

interface CatalogueCardProps {
  extension: Extension;
  releases: readonly Release[];
}

/** One extension to add: a button as large as the card. One that cannot be added says why in its place. */
export function CatalogueCard({ extension, releases }: CatalogueCardProps) {
  const catalogue = useCatalogue();
  const store = useComposerStore();
  const obstacle = useComposer(
    (state) => obstacleFor(extension, state.preset)?.reason ?? "",
  );
  const word = useComposer(
    (state) => obstacleFor(extension, state.preset)?.word ?? "",
  );
  const chosen = word === "chosen";
  const add = () => {
    if (obstacle) return;
    const { preset, edit } = store.getState();
    edit("extensions", addExtension(extension.id, preset, catalogue));
    showToast({ text: `Added ${extension.title}.` });
  };
  const versions =
    releases.length === 1 ? "1 version" : `${releases.length} versions`;
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.card}
        // It keeps its place in the order of tabs: the reason is worth reading.
        aria-disabled={obstacle !== "" || undefined}
        data-chosen={chosen || undefined}
        onClick={add}
      >
        <span className={styles.title}>
          <span className="visually-hidden">{obstacle ? "" : "Add "}</span>
          <strong>{extension.title}</strong>
          {chosen ? (
            <Check size={15} aria-hidden className={styles.check} />
          ) : obstacle ? (
            <span className={styles.word} aria-hidden>
              {word}
            </span>
          ) : (
            <Plus size={15} aria-hidden className={styles.plus} />
          )}
        </span>
        <span className={styles.summary}>
          {extension.summary}
          {obstacle && !chosen ? <em> {obstacle}</em> : null}
          {chosen ? <span className="visually-hidden"> {obstacle}</span> : null}
        </span>
        <span className={styles.version}>
          {extension.kind === "flatcar"
            ? "with the OS"
            : releases[0]
              ? `${releases[0].version} · ${versions}`
              : "no version known"}
        </span>
      </button>
    </li>
  );
}
