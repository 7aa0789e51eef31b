import { gunzipSync } from "fflate";
import { decodeDataUrl, type IgnitionStruct } from "@/lib/butane";

type Resource = IgnitionStruct<"Resource">;

/** Larger contents are not unpacked: nobody pastes them into a terminal. */
const largest = 2 ** 20;

/** The bytes that a config brings along itself; `null` where they come from an address or cannot be read. */
export function inlineBytes(resource: Resource | undefined): Uint8Array | null {
  const bytes = decodeDataUrl(resource?.source ?? "");
  if (!bytes) return null;
  if (resource?.compression !== "gzip") return bytes;
  try {
    // Its last four bytes say how large it becomes.
    const size = new DataView(
      bytes.buffer,
      bytes.byteOffset,
      bytes.byteLength,
    ).getUint32(bytes.length - 4, true);
    return size > largest ? null : gunzipSync(bytes);
  } catch {
    return null;
  }
}

/** The text a config brings along, for comparing line by line. */
export function inlineText(resource: Resource | undefined): string | null {
  const bytes = inlineBytes(resource);
  if (!bytes) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
