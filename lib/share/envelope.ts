import { Inflate, deflateSync } from "fflate";
import { fromBase64Url, toBase64Url, utf8 } from "@/lib/bytes";
import { fail, ok, type Result } from "@/lib/result";
import { crc32 } from "./crc32";
import { extract, restore } from "./extract";

/**
 * How a JSON text becomes the payload of a link:
 *
 *     base64url( length of a, length of b, a = deflated text, b = bytes taken out of it, CRC-32 )
 *
 * Both lengths are variable-length numbers, least significant seven bits first. A payload that is shorter or longer
 * than they say was cut or added to. The checksum begins with the dictionary, so that a link can't be read with
 * another one than it was written with.
 */
export interface Format {
  readonly dictionary: Uint8Array;
  /** Most characters that a payload may have. */
  readonly longestPayload: number;
  /** Most bytes that a text may have once it is inflated. */
  readonly longestText: number;
}

export type EnvelopeError = "damaged" | "truncated" | "too-large";

const checksumLength = 4;

/**
 * The payload of a JSON text, base64url without padding. It may be longer than the caps let pass, which only `open`
 * looks at.
 */
export function seal(json: string, format: Format): string {
  const { text, bytes } = extract(json);
  const deflated = deflateSync(utf8(text), {
    level: 9,
    dictionary: format.dictionary,
  });
  const body = Uint8Array.from([
    ...varint(deflated.length),
    ...varint(bytes.length),
    ...deflated,
    ...bytes,
  ]);
  const sealed = new Uint8Array(body.length + checksumLength);
  sealed.set(body);
  new DataView(sealed.buffer).setUint32(body.length, checksum(body, format));
  return toBase64Url(sealed);
}

/** The JSON text of a payload. Whatever the payload is, this answers: it throws nothing and stays within the caps. */
export function open(
  payload: string,
  format: Format,
): Result<string, EnvelopeError> {
  if (payload.length > format.longestPayload) return fail("too-large");
  const sealed = fromBase64Url(payload);
  // A cut can leave a number of characters that no bytes have; so can any other damage, but a cut is what happens.
  if (!sealed) {
    return fail(/^[\w-]*$/.test(payload) ? "truncated" : "damaged");
  }
  const first = readVarint(sealed, 0);
  const second = first && readVarint(sealed, first.next);
  if (!first || !second) return fail("truncated");
  const bytesAt = second.next + first.value;
  const checksumAt = bytesAt + second.value;
  const missing = checksumAt + checksumLength - sealed.length;
  if (missing !== 0) return fail(missing > 0 ? "truncated" : "damaged");

  const stored = new DataView(sealed.buffer).getUint32(checksumAt);
  if (stored !== checksum(sealed.subarray(0, checksumAt), format)) {
    return fail("damaged");
  }
  return inflateText(
    sealed.subarray(second.next, bytesAt),
    sealed.subarray(bytesAt, checksumAt),
    format,
  );
}

function inflateText(
  deflated: Uint8Array,
  bytes: Uint8Array,
  format: Format,
): Result<string, EnvelopeError> {
  try {
    const inflated = inflateUpTo(deflated, format);
    if (!inflated) return fail("too-large");
    const text = new TextDecoder("utf-8", { fatal: true }).decode(inflated);
    const json = restore({ text, bytes });
    return json === null ? fail("damaged") : ok(json);
  } catch {
    return fail("damaged");
  }
}

/** In small steps, because a kilobyte of a hostile stream can stand for a megabyte; null above the cap. */
function inflateUpTo(
  deflated: Uint8Array,
  { dictionary, longestText }: Format,
): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate({ dictionary }, (part) => {
    length += part.length;
    parts.push(part);
  });
  const step = 512;
  for (let at = 0; at < deflated.length; at += step) {
    stream.push(deflated.subarray(at, at + step), at + step >= deflated.length);
    if (length > longestText) return null;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const dictionarySums = new WeakMap<Uint8Array, number>();

function checksum(body: Uint8Array, { dictionary }: Format): number {
  let before = dictionarySums.get(dictionary);
  if (before === undefined) {
    before = crc32(dictionary);
    dictionarySums.set(dictionary, before);
  }
  return crc32(body, before);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}

function readVarint(
  bytes: Uint8Array,
  at: number,
): { value: number; next: number } | null {
  let value = 0;
  // Four bytes reach 2^28, far above any cap; a fifth would overflow the shift.
  for (let index = 0; index < 4; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    value |= (byte & 0x7f) << (7 * index);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return null;
}
