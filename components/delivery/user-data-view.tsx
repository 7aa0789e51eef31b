"use client";

import { ExternalLink } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { UserData } from "@/lib/delivery/platform";
import { openDialog } from "@/lib/state/view-store";
import { CopyButton } from "./copy-button";
import { EncodedText } from "./encoded-text";
import { LimitLine } from "./limit-line";
import { PlatformImages } from "./platform-images";
import styles from "./user-data-view.module.css";

interface UserDataViewProps {
  readonly userData: UserData;
  /** `what` names the copied thing in the notice: `user data`, `AWS CLI`. */
  readonly onCopy: (text: string, what: string) => void;
  readonly onDownload: (
    content: string | Uint8Array<ArrayBuffer>,
    fileName: string,
  ) => void;
  /** How the config is handed over, below its size. */
  readonly handedOver?: React.ReactNode;
  /** Other ways to hand the node over, below the platform's own. */
  readonly children?: React.ReactNode;
}

/** What the chosen platform takes: its size against the limit, the ready commands, the images and the bytes themselves. */
export function UserDataView({
  userData,
  onCopy,
  onDownload,
  handedOver,
  children,
}: UserDataViewProps) {
  const { platform, config, snippets } = userData;
  const { since, notes } = platform;
  return (
    <div className={styles.view}>
      <p>{platform.handOver}</p>
      <LimitLine userData={userData} />
      {handedOver}
      {snippets.some(({ text }) => text.includes("config.ign")) && (
        <p className={styles.file}>
          The lines below read the Ignition config from config.ign:
          <button
            type="button"
            onClick={() => onDownload(config, "config.ign")}
          >
            Download config.ign
          </button>
        </p>
      )}
      {snippets.map((snippet) => (
        <section key={snippet.title} className={styles.snippet}>
          <header>
            <h3>{snippet.title}</h3>
            {!snippet.documented && (
              <span className={styles.unsure}>not verified</span>
            )}
            <CopyButton onClick={() => onCopy(snippet.text, snippet.title)}>
              Copy {snippet.title}
            </CopyButton>
          </header>
          <pre tabIndex={0} aria-label={snippet.title}>
            {snippet.text}
          </pre>
        </section>
      ))}
      <PlatformImages userData={userData} onDownload={onDownload} />
      <EncodedText
        // Another platform takes other encodings.
        key={platform.id}
        userData={userData}
        onCopy={onCopy}
        onDownload={onDownload}
      />
      {(since !== undefined || notes.length > 0) && (
        <ul className={styles.notes}>
          {since !== undefined && (
            <li>Ignition reads it from Flatcar {since} on.</li>
          )}
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {children}
      <p>
        Many nodes like this one:{" "}
        <Button variant="link" onClick={() => openDialog("fleet")}>
          make a fleet
        </Button>
      </p>
      <a href={platform.docs} target="_blank" rel="noreferrer">
        {platform.title} in the documentation
        <ExternalLink size={14} aria-hidden="true" />
      </a>
    </div>
  );
}
