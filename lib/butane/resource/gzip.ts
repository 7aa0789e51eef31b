import { deflate } from "./deflate";

const HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];

/** What gzip adds around the deflated bytes, at least: header, the empty last block, checksum and length. */
export const GZIP_OVERHEAD = HEADER.length + 5 + 8;

/** Packs bytes as Go's `compress/gzip` does at its best level: without a name, a time or a system. */
export function gzip(bytes: Uint8Array): Uint8Array {
  const body = deflate(bytes);
  const packed = new Uint8Array(HEADER.length + body.length + 8);
  packed.set(HEADER);
  packed.set(body, HEADER.length);
  const footer = new DataView(packed.buffer, HEADER.length + body.length);
  footer.setUint32(0, crc32(bytes), true);
  footer.setUint32(4, bytes.length, true);
  return packed;
}

const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) {
    sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return sum;
});

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (let index = 0; index < bytes.length; index++) {
    sum = checksums[(sum ^ bytes[index]!) & 0xff]! ^ (sum >>> 8);
  }
  return ~sum >>> 0;
}
