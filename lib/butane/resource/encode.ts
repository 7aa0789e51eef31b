import { toBase64 } from "./base64";
import { gzip, shortestGzip } from "./deflate/gzip";
import { newEffort, type Effort } from "./deflate/effort";

export { newEffort };

export interface EncodeOptions {
  /** What the document says about compression; with a value the bytes are compressed already. Default: nothing. */
  readonly compression?: string | undefined;
  /** Whether gzip may be chosen. Default: true. */
  readonly allowCompression?: boolean | undefined;
  /** Shared by resources that are to be compressed within one bound. Default: as much again. */
  readonly effort?: Effort;
}

/** Contents as an Ignition config holds them. */
export interface EncodedResource {
  /** The data URL. */
  readonly source: string;
  /** `gzip`, or empty for "not compressed"; absent where the document has said it. */
  readonly compression?: string;
}

/**
 * Puts contents into the shortest data URL: percent-escaped text, base64, or base64 of gzip when that saves more
 * than the word `gzip` costs.
 */
export function encodeResource(
  bytes: Uint8Array,
  {
    compression = "",
    allowCompression = true,
    effort = newEffort(),
  }: EncodeOptions = {},
): EncodedResource {
  const plain = 1 + escapedLength(bytes);
  const base64 = base64Length(bytes.length);
  const shortest = Math.min(plain, base64);

  const mayPay = zippedLength(shortestGzip) < shortest;
  if (!compression && allowCompression && mayPay) {
    const zipped = gzip(bytes, effort);
    if (zippedLength(zipped.length) < shortest) {
      return { source: base64Url(zipped), compression: "gzip" };
    }
  }
  const source = base64 < plain ? base64Url(bytes) : plainDataUrl(bytes);
  return compression ? { source } : { source, compression: "" };
}

/** Contents as percent-escaped text, however long that gets. */
export function plainDataUrl(bytes: Uint8Array): string {
  return `data:,${escape(bytes)}`;
}

function base64Url(bytes: Uint8Array): string {
  return `data:;base64,${toBase64(bytes)}`;
}

/** Length with the word `gzip`, which the config then holds as well. */
function zippedLength(length: number): number {
  return base64Length(length) + "gzip".length;
}

function base64Length(length: number): number {
  return ";base64,".length + 4 * Math.ceil(length / 3);
}

const escapes = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return /[A-Za-z0-9\-_.!~*'()]/.test(character)
    ? character
    : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
});
const lengths = Uint8Array.from(escapes, (text) => text.length);

function escapedLength(bytes: Uint8Array): number {
  let length = 0;
  for (let index = 0; index < bytes.length; index++) {
    length += lengths[bytes[index]!]!;
  }
  return length;
}

function escape(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index++) {
    text += escapes[bytes[index]!]!;
  }
  return text;
}
