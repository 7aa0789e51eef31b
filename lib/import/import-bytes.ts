import { importText, longestImport, tooLarge } from "./import-text";
import type { ImportAnswer } from "./imported";
import { unpack } from "./unpack";

/** Opens the bytes of a file: text, or gzip or base64 of it, as user data is handed over. */
export function importBytes(bytes: Uint8Array): ImportAnswer {
  if (bytes.length > longestImport) return tooLarge;
  const text = unpack(bytes);
  if (text.ok) return importText(text.value);
  return {
    ok: false,
    kind: "unknown",
    sentence: text.error,
    report: [],
    text: "",
  };
}
