import { BitWriter } from "./bit-writer";
import { writeBlock, writeStored } from "./block";
import { crc32 } from "./crc32";
import { newEffort } from "./effort";
import { tokenize } from "./matcher";

/** No name, no time, strongest compression, unknown system. */
const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
/** Header, a first block that says anything at all, the empty last block, checksum and length. */
export const shortestGzip = 10 + 2 + 4 + 8;

/**
 * Compresses bytes to gzip, byte for byte as Go's `compress/gzip` does on its highest level.
 *
 * Butane compresses a file only when that makes the config shorter, so the length decides what the config says;
 * other compressors arrive at other lengths. Only where `effort` is spent, the bytes are others than Go's.
 */
export function gzip(bytes: Uint8Array, effort = newEffort()): Uint8Array {
  const out = new BitWriter(bytes.length + 64);
  out.append(Uint8Array.from(header));
  tokenize(bytes, effort, (tokens, input) => writeBlock(out, tokens, input));
  // Go ends the stream with an empty block of its own.
  writeStored(out, new Uint8Array(0), true);
  writeNumber(out, crc32(bytes));
  writeNumber(out, bytes.length);
  return out.finish();
}

function writeNumber(out: BitWriter, value: number): void {
  out.write(value & 0xffff, 16);
  out.write(value >>> 16, 16);
}
