import { encodeResource } from "@/lib/butane";
import { noContents } from "./contents";
import { looksSecret } from "./secret-text";
import type { FileContents } from "./value";

/** More than any platform takes, in bytes: the whole config is computed anew at every key press. */
export const mostUploaded = 1_000_000;

/**
 * The contents of a file that somebody chose on their machine: text where it is UTF-8 without control characters that no editor
 * shows, a secret one where it looks like one, else the shortest data URL.
 */
export function uploadedContents(bytes: Uint8Array): FileContents {
  const text = textOf(bytes);
  if (text !== null)
    return looksSecret(text)
      ? { ...noContents, kind: "secret", secret: text }
      : { ...noContents, text };
  const { source, compression } = encodeResource(bytes);
  return {
    ...noContents,
    kind: "fetch",
    source,
    compression: compression === "gzip" ? "gzip" : "",
  };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    // A byte order mark is part of the file.
    const text = new TextDecoder("utf-8", {
      fatal: true,
      ignoreBOM: true,
    }).decode(bytes);
    // YAML has no way to write these as they are, and in text they are a sign of something else.
    return /^[^\p{Cc}\ufeff]*$/u.test(text.replace(/[\n\t]/g, ""))
      ? text
      : null;
  } catch {
    return null;
  }
}
