"use client";

import { Copy } from "lucide-react";
import type { HandOver } from "@/lib/delivery/hand-over";
import styles from "./user-data-view.module.css";

interface UploadBoxProps {
  readonly upload: NonNullable<HandOver["upload"]>;
  readonly onCopy: (text: string, what: string) => void;
  readonly onDownload: (text: string, fileName: string) => void;
}

/** The file that a pointer points to: byte for byte, or the node does not take it. */
export function UploadBox({ upload, onCopy, onDownload }: UploadBoxProps) {
  const { address, text, hash } = upload;
  return (
    <section className={styles.snippet}>
      <header>
        <h3>File for the address</h3>
        <button
          type="button"
          onClick={() => onDownload(text, fileNameOf(address))}
        >
          Download the file
        </button>
        {address === "" ? null : (
          <button type="button" onClick={() => onCopy(address, "the address")}>
            <Copy size={14} aria-hidden="true" />
            Copy the address
          </button>
        )}
      </header>
      <pre tabIndex={0} aria-label="File for the address">
        {address === "" ? hash : `${address}\n${hash}`}
      </pre>
      <p className={styles.fileNote}>
        Put it {address === "" ? "on a server" : "there"} before the node boots.
        Any change of the node changes the file and its hash: upload both anew.
      </p>
    </section>
  );
}

/** Never `config.ign`: that is what the platform gets, and a node that finds it at the address does not boot. */
function fileNameOf(address: string): string {
  const name = address
    .replace(/[?#].*$/, "")
    .split("/")
    .at(-1);
  return name &&
    name !== "config.ign" &&
    /^[\w.-]+$/.test(name) &&
    address.includes("://")
    ? name
    : "upload.ign";
}
