"use client";

import { Copy, ExternalLink } from "lucide-react";
import { counted } from "@/components/ui/counted";
import type { Limit, UserData } from "@/lib/delivery/platform";
import styles from "./user-data-view.module.css";

interface UserDataViewProps {
  readonly userData: UserData;
  /** `what` names the copied thing in the notice: `user data`, `AWS CLI`. */
  readonly onCopy: (text: string, what: string) => void;
  readonly onDownload: (text: string, fileName: string) => void;
  /** How the config is handed over, below its size. */
  readonly handedOver?: React.ReactNode;
  /** Other ways to hand the node over, below the platform's own. */
  readonly children?: React.ReactNode;
}

/** What the chosen platform takes: its size against the limit, the ready commands, and the bytes themselves. */
export function UserDataView({
  userData,
  onCopy,
  onDownload,
  handedOver,
  children,
}: UserDataViewProps) {
  const { platform, text, snippets } = userData;
  return (
    <div className={styles.view}>
      <p>{platform.handOver}</p>
      <Size userData={userData} />
      {handedOver}
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
      <section className={styles.snippet}>
        <header>
          <h3>{platform.fileName}</h3>
          <button
            type="button"
            onClick={() => onDownload(text, platform.fileName)}
          >
            Download
          </button>
          <CopyButton onClick={() => onCopy(text, platform.noun)}>
            Copy {platform.noun}
          </CopyButton>
        </header>
        <pre tabIndex={0} aria-label={platform.fileName}>
          {text}
        </pre>
      </section>
      {platform.notes.length > 0 && (
        <ul className={styles.notes}>
          {platform.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {children}
      <a href={platform.docs} target="_blank" rel="noreferrer">
        {platform.title} in the documentation
        <ExternalLink size={14} aria-hidden="true" />
      </a>
    </div>
  );
}

function CopyButton({
  onClick,
  children,
}: {
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <button type="button" onClick={onClick}>
      <Copy size={14} aria-hidden="true" />
      {children}
    </button>
  );
}

const sureness: Record<Limit["certainty"], string> = {
  verified: "",
  documented: "",
  unverified: " This limit is not verified: check it with the platform.",
  unknown: " This limit is not verified: check it with the platform.",
};

function Size({ userData: { platform, bytes } }: { userData: UserData }) {
  const { limit } = platform;
  const size = `${counted(bytes)} bytes`;
  if (!limit) return <p>{size}; no limit is known.</p>;
  const of = `of ${counted(limit.bytes)}`;
  const unit = limit.counts === "base64" ? " (counted as base64)" : "";
  return (
    <p data-over={bytes > limit.bytes || undefined} className={styles.size}>
      {size} {of}
      {unit}: {limit.basis}.{sureness[limit.certainty]}
    </p>
  );
}
