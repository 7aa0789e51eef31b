"use client";

import { useMemo, useState } from "react";
import { Segments } from "@/components/ui/segments";
import { counted } from "@/lib/words";
import { late, NotLoaded, useLate } from "@/components/ui/late";
import type { Encoded, Encoding, UserData } from "@/lib/delivery/platform";
import { CopyButton } from "./copy-button";
import styles from "./user-data-view.module.css";

interface EncodedTextProps {
  readonly userData: UserData;
  readonly onCopy: (text: string, what: string) => void;
  readonly onDownload: (text: string, fileName: string) => void;
}

const labels: Readonly<Record<Encoding, string>> = {
  plain: "JSON",
  base64: "base64",
  "gzip+base64": "gzip, base64",
};

/** The text that is copied, in an encoding that the platform takes. */
export function EncodedText({
  userData,
  onCopy,
  onDownload,
}: EncodedTextProps) {
  const [picked, setPicked] = useState<Encoding | null>(null);
  const { encoded, again } = useEncoded(userData, picked);
  const { text, bytes, encoding, fileName, room } = encoded;
  const { platform } = userData;
  const { noun, takes, limit } = platform;
  const take = takes.find((one) => one.encoding === encoding);
  const what =
    picked === null || picked === userData.encoding
      ? noun
      : `${noun}, ${labels[encoding]}`;
  return (
    <>
      {takes.length > 1 && (
        <div className={styles.choices}>
          <Segments
            label="Encoding"
            value={encoding}
            options={takes.map(({ encoding }) => ({
              value: encoding,
              label: labels[encoding],
            }))}
            onChange={setPicked}
          />
          <span className={styles.where}>
            For {take?.where}
            {take?.since === undefined ? "" : `, from Flatcar ${take.since} on`}
            {limit ? `; ${counted(bytes)} bytes against the limit` : ""}
            {room === "over" ? ", too big" : ""}.
          </span>
        </div>
      )}
      {again ? <NotLoaded {...again} /> : null}
      <section className={styles.snippet}>
        <header>
          <h3>{fileName}</h3>
          <button type="button" onClick={() => onDownload(text, fileName)}>
            Download
          </button>
          <CopyButton onClick={() => onCopy(text, what)}>
            Copy {what}
          </CopyButton>
        </header>
        <pre tabIndex={0} aria-label={fileName}>
          {text}
        </pre>
      </section>
    </>
  );
}

/** The text in the picked encoding; the platform's own until the part that encodes has come. */
function useEncoded(userData: UserData, picked: Encoding | null) {
  const { part, again } = useLate(encoder);
  const made = useMemo((): Encoded | null => {
    if (picked === null || picked === userData.encoding) return userData;
    const { platform, config } = userData;
    return part?.encodedFor(platform, config, picked) ?? null;
  }, [part, userData, picked]);
  return { encoded: made ?? userData, again: made ? null : again };
}

const encoder = late(() => import("@/lib/delivery/user-data"));
