/**
 * Text as Go holds it. A Go string may hold bytes that are no UTF-8 (from a local file, say); here such a byte
 * is a lone surrogate, U+DC00 plus the byte, so that nothing is lost and every rule still sees one byte.
 */
const encoder = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const loneByte = /(?<![\ud800-\udbff])[\udc80-\udcff]/;

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
  if (!loneByte.test(text)) return encoder.encode(text);
  const pieces = text.split(/((?<![\ud800-\udbff])[\udc80-\udcff])/);
  return Uint8Array.from(
    pieces.flatMap((piece, index) =>
      index % 2 === 1
        ? [piece.charCodeAt(0) - 0xdc00]
        : Array.from(encoder.encode(piece)),
    ),
  );
}

/** Length in bytes, which is what Go's `len` and the tools behind Ignition count. */
export function byteLength(text: string): number {
  return encodeUtf8(text).length;
}

function decodePieces(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const size = sequenceLength(bytes, at);
    text += size
      ? strict.decode(bytes.subarray(at, at + size))
      : String.fromCharCode(0xdc00 + bytes[at]!);
    at += size || 1;
  }
  return text;
}

/** Length of the well-formed sequence that begins at an offset; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (at + size > bytes.length) return 0;
  try {
    strict.decode(bytes.subarray(at, at + size));
    return size;
  } catch {
    return 0;
  }
}
