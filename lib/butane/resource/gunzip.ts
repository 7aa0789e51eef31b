import { Gunzip } from "fflate";
import { crc32 } from "./deflate/crc32";

/** More than any config that a platform takes, less than what makes a page slow. */
const LARGEST = 2 ** 24;

/** In small steps, because a kilobyte of a hostile stream can stand for a megabyte. */
const STEP = 4096;

/**
 * The bytes of a gzip stream of one member; nothing where it is damaged, is not gzip, or holds more than `largest` bytes.
 */
export function gunzip(
  bytes: Uint8Array,
  largest = LARGEST,
): Uint8Array | undefined {
  // The trailer is eight bytes: a checksum and the length.
  if (!isGzip(bytes) || bytes.length < 18) return undefined;
  const unpacked = unpack(bytes, largest);
  if (!unpacked) return undefined;
  const trailer = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const sum = trailer.getUint32(bytes.length - 8, true);
  const length = trailer.getUint32(bytes.length - 4, true);
  const whole = unpacked.length === length && crc32(unpacked) === sum;
  return whole ? unpacked : undefined;
}

/** Whether bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

function unpack(bytes: Uint8Array, largest: number): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Gunzip((part) => {
    length += part.length;
    parts.push(part);
  });
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
      if (length > largest) return undefined;
    }
  } catch {
    return undefined;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
