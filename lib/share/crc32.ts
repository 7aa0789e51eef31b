const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) {
    value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value;
});

/**
 * CRC-32 of the bytes, carried on from `before`. Chosen over a hash because it never misses a change within 32
 * neighbouring bits, so not one wrong character either.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (const byte of bytes) {
    value = (value >>> 8) ^ table[(value ^ byte) & 0xff]!;
  }
  return ~value >>> 0;
}
