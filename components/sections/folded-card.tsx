"use client";

import type { ReactNode } from "react";
import type { Path } from "@/lib/butane";
import { FoldCard } from "./fold-card";
import styles from "./section.module.css";

interface FoldedCardProps {
  title: string;
  /** Where its values stand in the preset. */
  path: Path;
  /** What is set, in a few words; where nothing is, what happens then. */
  summary: ReactNode;
  children: ReactNode;
}

/** Fields that most nodes do without: closed, it says what is so anyway. */
export function FoldedCard({
  title,
  path,
  summary,
  children,
}: FoldedCardProps) {
  return (
    <div className={styles.foldedCard}>
      <h3 className={styles.cardTitle}>{title}</h3>
      <FoldCard path={path} name={title} summary={summary} startOpen={false}>
        {children}
      </FoldCard>
    </div>
  );
}
