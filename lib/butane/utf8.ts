/**
 * Text as Go holds it. A Go string may hold bytes that are no UTF-8 (from a local file, say); here such a byte
 * is a lone surrogate, U+DC00 plus the byte, so that nothing is lost and every rule still sees one byte.
 */
const encoder = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const loneByte = /(?<![\ud800-\udbff])[\udc80-\udcff]/;
/** So many code units are put together at once: each is an argument of a call. */
const PIECE = 8192;

/** The text of bytes; a byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return decodePieces(bytes);
  }
}

/** The bytes of a text: what `decodeUtf8` was given. */
export function encodeUtf8(text: string): Uint8Array {
  return loneByte.test(text) ? encodeWithLoneBytes(text) : encoder.encode(text);
}

/** Length in bytes, which is what Go's `len` and the tools behind Ignition count. */
export function byteLength(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) length += bytesOfUnit(text, at);
  return length;
}

/** How many bytes one code unit of a text adds: the first half of a pair has all four of it. */
export function bytesOfUnit(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (!isSurrogate(unit)) return 3;
  if (isHigh(unit)) return isLow(text.charCodeAt(at + 1)) ? 4 : 3;
  if (at > 0 && isHigh(text.charCodeAt(at - 1))) return 0;
  return isByte(unit) ? 1 : 3;
}

/** A text with one character for each of its bytes. */
export function toByteString(text: string): string {
  const bytes = encodeUtf8(text);
  let result = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    result += textOf(bytes.subarray(at, at + PIECE));
  }
  return result;
}

/** The text that `toByteString` was given, or a piece of it. */
export function fromByteString(text: string): string {
  if (isAscii(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return decodeUtf8(bytes);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) >= 0x80) return false;
  }
  return true;
}

function encodeWithLoneBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(byteLength(text));
  let length = 0;
  let from = 0;
  const encode = (until: number) => {
    if (until === from) return;
    const piece = encoder.encode(text.slice(from, until));
    bytes.set(piece, length);
    length += piece.length;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isByte(unit) || (at > 0 && isHigh(text.charCodeAt(at - 1)))) continue;
    encode(at);
    bytes[length++] = unit - 0xdc00;
    from = at + 1;
  }
  encode(text.length);
  return bytes;
}

/** Every byte that begins no well-formed sequence comes alone. */
function decodePieces(bytes: Uint8Array): string {
  const units = new Uint16Array(PIECE);
  let count = 0;
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const size = sequenceLength(bytes, at);
    const point = size === 0 ? 0xdc00 + bytes[at]! : codePoint(bytes, at, size);
    if (point < 0x10000) units[count++] = point;
    else {
      units[count++] = 0xd7c0 + (point >> 10);
      units[count++] = 0xdc00 + (point & 0x3ff);
    }
    at += size || 1;
    if (count < PIECE - 1) continue;
    text += textOf(units.subarray(0, count));
    count = 0;
  }
  return text + textOf(units.subarray(0, count));
}

/** The text of so few code units that a call can take them as its arguments. */
function textOf(units: Uint16Array | Uint8Array): string {
  // `apply` takes whatever is like an array; its type does not say so.
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

/** Length of the well-formed sequence that begins at an offset; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  // Neither longer forms than needed, nor halves of pairs, nor what lies behind the last character.
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < least || second > most) return 0;
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let next = at + 2; next < at + size; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return size;
}

function codePoint(bytes: Uint8Array, at: number, size: number): number {
  if (size === 1) return bytes[at]!;
  let point = bytes[at]! & (0xff >> (size + 1));
  for (let next = at + 1; next < at + size; next++) {
    point = (point << 6) | (bytes[next]! & 0x3f);
  }
  return point;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Whether a lone surrogate stands for a byte. */
function isByte(unit: number): boolean {
  return unit >= 0xdc80 && unit <= 0xdcff;
}
