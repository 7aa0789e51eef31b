"use client";

import type { ReactNode } from "react";
import type { Path } from "@/lib/butane";
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
        <h2 id="section-title" tabIndex={-1}>
          {title}
        </h2>
        <p>{intro}</p>
      </header>
      {paths.map((path) => (
        <PathMessages key={path.join("/")} path={path} />
      ))}
      {children}
    </section>
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
