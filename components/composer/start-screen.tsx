"use client";

import { ArrowLeft, FileInput } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Message } from "@/components/ui/message";
import { Mark } from "./mark";
import styles from "./start-screen.module.css";

export interface StartingPoint {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

interface StartScreenProps {
  examples: readonly StartingPoint[];
  onPick: (id: string) => void;
  /** Opens what somebody already has. */
  onImport: () => void;
  /** The one that was chosen and is about to open. */
  waiting?: string | null;
  /** Why nothing opens. */
  trouble?: string | undefined;
  /** The way back to a node that is open already. */
  back?: { label: string; run: () => void } | undefined;
}

/** A node without anything, and starting points as cards. */
export function StartScreen({
  examples,
  onPick,
  onImport,
  waiting,
  back,
  trouble,
}: StartScreenProps) {
  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <h1>
          <Mark size={28} /> Kindling
        </h1>
        <p>
          Compose a Flatcar node: extensions with their versions and updates,
          users, and everything else it needs. Take away Butane, Ignition and
          user data for your platform. Nothing you type leaves this browser.
        </p>
        {trouble ? (
          <Message kind="error" shape="box" sentence={trouble} />
        ) : null}
        <noscript>
          Kindling composes in the browser and needs JavaScript.
        </noscript>
        <div className={styles.ways}>
          <Button
            variant="primary"
            size="large"
            aria-busy={waiting === "empty" || undefined}
            onClick={() => onPick("empty")}
          >
            {waiting === "empty" ? "Opening…" : "Empty node"}
          </Button>
          <Button size="large" onClick={onImport}>
            <FileInput size={15} aria-hidden /> Import…
          </Button>
          {back ? (
            <Button size="large" onClick={back.run}>
              <ArrowLeft size={15} aria-hidden /> Back to {back.label}
            </Button>
          ) : null}
        </div>
      </header>
      <section aria-labelledby="starting-points">
        <h2 id="starting-points" className={styles.title}>
          Starting points
        </h2>
        <ul className={styles.cards}>
          {examples.map((example) => (
            <li key={example.id}>
              <Card {...example} onPick={onPick} waiting={waiting} />
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

interface CardProps extends StartingPoint {
  onPick: (id: string) => void;
  waiting: string | null | undefined;
}

function Card({ id, title, summary, onPick, waiting }: CardProps) {
  return (
    <button
      type="button"
      className={styles.card}
      aria-busy={waiting === id || undefined}
      onClick={() => onPick(id)}
    >
      <strong>{title}</strong>
      <span>{waiting === id ? "Opening…" : summary}</span>
    </button>
  );
}
