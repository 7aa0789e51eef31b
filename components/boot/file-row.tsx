"use client";

import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { counted } from "@/lib/words";
import {
  contentBytes,
  contentOutline,
  type Content,
  type NodeEntry,
  type NodeFile,
} from "@/lib/boot";
import type { Path } from "@/lib/butane";
import styles from "./files-view.module.css";

interface FileRowProps {
  readonly entry: NodeEntry;
  /** Which tint an image's files have. */
  readonly tintOf: (image: string) => number;
  readonly onShow: (from: Path) => void;
}

/** A file or link with its rights; a file opens to what is in it. */
export function FileRow({ entry, tintOf, onShow }: FileRowProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const name = entry.path.slice(entry.path.lastIndexOf("/") + 1);
  if (entry.kind === "overlaid")
    return (
      <div className={styles.row} data-tint={tintOf(entry.image)}>
        <span className={styles.leaf}>{name}</span>
        <small>of {entry.image}</small>
        {entry.note ? <small>({entry.note})</small> : null}
      </div>
    );
  return (
    <>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.name}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight size={14} aria-hidden className={styles.arrow} />
          {name}
        </button>
        <code className={styles.rights}>{rights(entry)}</code>
        <small>{about(entry)}</small>
      </div>
      {open ? (
        <div id={id} className={styles.inside}>
          <Inside entry={entry} name={name} />
          {entry.from ? (
            <Button variant="link" onClick={() => onShow(entry.from!)}>
              Show in the form
              <span className="visually-hidden">: {entry.path}</span>
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

type Entry = Exclude<NodeEntry, { kind: "overlaid" }>;

function rights(entry: Entry): string {
  const owner = `${entry.user}:${entry.group}`;
  return entry.kind === "file"
    ? `${entry.mode.toString(8).padStart(4, "0")} ${owner}`
    : owner;
}

function about(entry: Entry): string {
  if (entry.kind === "link") return `→ ${entry.target}`;
  if (entry.kind === "hardlink") return `same file as ${entry.target}`;
  if (entry.content.some((part) => "url" in part)) return "fetched";
  if (entry.content.some(isRandom)) return "known on the first boot";
  const bytes = contentBytes(entry);
  const size = bytes === 1 ? "1 byte" : `${counted(bytes)} bytes`;
  return entry.appends ? `${size} behind what is there` : size;
}

type Random = Extract<Content, { readonly random: string }>;

const isRandom = (part: Content): part is Random => "random" in part;

function randomWords({ random, length }: Random): string {
  return random === "key"
    ? `A key of ${counted(length)} random hexadecimal digits, which Ignition makes.`
    : "… stands for the UUID that the encrypted device gets, or has already.";
}

/** Longer texts are cut: this is to be looked at, not to be worked on. */
const longest = 20_000;

function Inside({
  entry,
  name,
}: {
  readonly entry: NodeFile;
  readonly name: string;
}) {
  if (entry.kind !== "file") return <p>{entry.path}</p>;
  const urls = entry.content.flatMap((part) => ("url" in part ? [part] : []));
  const random = entry.content.find(isRandom);
  const isAllRandom = entry.content.every(isRandom);
  const text = contentOutline(entry);
  return (
    <>
      <p>{entry.path}</p>
      {urls.map(({ url, hash }, index) => (
        <p key={index}>
          From <code>{url}</code>,{" "}
          {hash ? (
            <>
              checked against <code>{hash}</code>
            </>
          ) : (
            "without a hash"
          )}
        </p>
      ))}
      {random ? <p>{randomWords(random)}</p> : null}
      {random && isAllRandom ? null : text === undefined ? (
        urls.length === 0 ? (
          <p>{counted(contentBytes(entry))} bytes that are no text.</p>
        ) : null
      ) : text === "" ? (
        <p>It is empty.</p>
      ) : (
        <pre tabIndex={0} aria-label={`Contents of ${name}`}>
          {text.length > longest ? `${text.slice(0, longest)}…` : text}
        </pre>
      )}
    </>
  );
}
