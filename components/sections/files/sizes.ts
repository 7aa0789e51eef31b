import { counted } from "@/lib/words";

const encoder = new TextEncoder();

/** Bytes of a text on the node. */
export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}

/** A size as people read it. */
export function inBytes(bytes: number): string {
  return bytes < 10_000
    ? `${counted(bytes)} bytes`
    : `${counted(Math.round(bytes / 1000))} kB`;
}
