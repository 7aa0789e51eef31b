"use client";

import { Check, Plus } from "lucide-react";
import { memo } from "react";
import { formatOsRelease, type Extension, type Release } from "@/lib/butane";
import type { Obstacle } from "@/lib/state/availability";
import styles from "./picker.module.css";

interface CatalogueCardProps {
  extension: Extension;
  releases: readonly Release[];
  obstacle: Obstacle | null;
  onAdd: (extension: Extension) => void;
}

/** One extension to add: a button as large as the card. One that cannot be added says why in its place. */
export const CatalogueCard = memo(function CatalogueCard({
  extension,
  releases,
  obstacle,
  onAdd,
}: CatalogueCardProps) {
  const chosen = obstacle?.word === "chosen";
  const versions =
    releases.length === 1 ? "1 version" : `${releases.length} versions`;
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.card}
        // It keeps its place in the order of tabs: the reason is worth reading.
        aria-disabled={obstacle !== null || undefined}
        data-chosen={chosen || undefined}
        onClick={() => {
          if (!obstacle) onAdd(extension);
        }}
      >
        <span className={styles.title}>
          <span className="visually-hidden">{obstacle ? "" : "Add "}</span>
          <strong>{extension.title}</strong>
          {chosen ? (
            <Check size={15} aria-hidden className={styles.check} />
          ) : obstacle ? (
            <span className={styles.word} aria-hidden>
              {obstacle.word}
            </span>
          ) : (
            <Plus size={15} aria-hidden className={styles.plus} />
          )}
        </span>
        <span className={styles.summary}>
          {extension.summary}
          {obstacle && !chosen ? <em> {obstacle.reason}</em> : null}
          {chosen ? (
            <span className="visually-hidden"> {obstacle.reason}</span>
          ) : null}
        </span>
        <span className={styles.version}>
          {extension.kind === "flatcar"
            ? `with the OS${extension.since ? `, from ${formatOsRelease(extension.since)}` : ""}`
            : releases[0]
              ? `${releases[0].version} · ${versions}`
              : "no version known"}
        </span>
      </button>
    </li>
  );
});
