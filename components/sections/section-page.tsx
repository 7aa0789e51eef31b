"use client";

import { TextSearch } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { startsWith, type Path } from "@/lib/butane";
import { showOrigin } from "@/lib/state/origins";
import { useComposer, useComposerStore } from "@/lib/state/provider";
import { PathMessages } from "./path-field";
import styles from "./section.module.css";

interface SectionPageProps {
  title: string;
  /** What the section does to the node, one or two sentences. */
  intro: ReactNode;
  /** Paths whose own problems belong to the section as a whole. */
  paths?: readonly Path[];
  children: ReactNode;
}

export function SectionPage({
  title,
  intro,
  paths = [],
  children,
}: SectionPageProps) {
  return (
    <section className={styles.page} aria-labelledby="section-title">
      <header className={styles.head}>
        <div className={styles.title}>
          <h2 id="section-title" tabIndex={-1}>
            {title}
          </h2>
          {paths[0] ? <LinesButton field={paths[0]} title={title} /> : null}
        </div>
        <p>{intro}</p>
      </header>
      {paths.map((path) => (
        <PathMessages key={path.join("/")} path={path} />
      ))}
      {children}
    </section>
  );
}

/** Leads to the first line of the text that a section wrote, or was read from. */
function LinesButton({ field, title }: { field: Path; title: string }) {
  const store = useComposerStore();
  const hasLines = useComposer(
    ({ outcome, preset }) =>
      // A text of its own would be shown from its first line on.
      (!(field[0] === "rest" && preset.rest.whole) &&
        outcome?.origins.some((one) => startsWith(one.field, field))) ??
      false,
  );
  if (!hasLines) return null;
  return (
    <Button
      variant="plain"
      aria-label={`Show the lines of ${title}`}
      title="Show its lines in the Butane text"
      onClick={() => void showOrigin(store, field)}
    >
      <TextSearch size={15} aria-hidden /> Show its lines
    </Button>
  );
}

/** Fields that belong together. */
export function Card({
  title,
  children,
}: {
  title?: string;
  children: ReactNode;
}) {
  return (
    <div className={styles.card}>
      {title ? <h3 className={styles.cardTitle}>{title}</h3> : null}
      {children}
    </div>
  );
}
