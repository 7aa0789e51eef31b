import { BitWriter } from "./bit-writer";
import { writeBlock, writeStored } from "./deflate-block";

const WINDOW = 32768;
const HASH_BITS = 17;
const SHORTEST = 4;
const LONGEST = 258;
/** A match of four bytes farther away than this costs more than it saves. */
const FAR = 4096;
/** How many earlier places are tried. */
const TRIES = 4096;
const TOKENS_PER_BLOCK = 1 << 14;

// Where a hash was last seen, and where before that. Kept between runs, since clearing them takes longer than packing a
// small file: a run counts its positions from `start`, and whatever is below belongs to an earlier run.
const lastSeen = new Int32Array(1 << HASH_BITS);
const seenBefore = new Int32Array(WINDOW);
let start = 1;

/**
 * Deflates bytes exactly as Go's `compress/flate` does at its best level, so that Butane and we write the same config
 * down to the last bit, and choose compression for the same files.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  if (start + bytes.length > 0x7fff_0000) {
    lastSeen.fill(0);
    seenBefore.fill(0);
    start = 1;
  }
  const run = new Deflater(bytes, start);
  start += bytes.length + WINDOW;
  return run.run();
}

class Deflater {
  readonly #out: BitWriter;
  readonly #tokens = new Int32Array(TOKENS_PER_BLOCK);
  #tokenCount = 0;
  #blockStart = 0;
  /** Begin and end of what is in the window: Go's moves by half its size whenever its end is near. */
  #windowStart = 0;
  #windowEnd: number;
  #at = 0;
  #head = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly start: number,
  ) {
    this.#out = new BitWriter(64 + (bytes.length >> 1));
    this.#windowEnd = Math.min(2 * WINDOW, bytes.length);
  }

  run(): Uint8Array {
    let length = SHORTEST - 1;
    let distance = 0;
    let pending = false; // the byte before may still become part of a match
    while (this.#at < this.bytes.length) {
      this.#moveWindow();
      this.#note(this.#at, true);
      const [oldLength, oldDistance] = [length, distance];
      const found = this.#find(oldLength);
      length = found >> 16 || SHORTEST - 1;
      distance = found & 0xffff;
      if (oldLength >= SHORTEST && length <= oldLength) {
        const end = this.#at + oldLength - 1;
        while (++this.#at < end) this.#note(this.#at, false);
        this.#emit((oldLength << 16) | oldDistance, this.#at);
        pending = false;
        length = SHORTEST - 1;
      } else {
        if (pending) this.#emit(this.bytes[this.#at - 1]!, this.#at);
        this.#at++;
        pending = true;
      }
    }
    if (pending) this.#push(this.bytes[this.#at - 1]!);
    this.#flush(this.#at);
    writeStored(this.#out, new Uint8Array(), true);
    return this.#out.result();
  }

  #moveWindow(): void {
    const isNear = this.#windowEnd - this.#at < SHORTEST + LONGEST;
    if (!isNear || this.#windowEnd === this.bytes.length) return;
    this.#windowStart += WINDOW;
    this.#windowEnd = Math.min(this.#windowEnd + WINDOW, this.bytes.length);
  }

  /** Remembers the place of four bytes; `#head` becomes the place where the same hash was before. */
  #note(at: number, isCurrent: boolean): void {
    const { bytes } = this;
    if (at >= this.#windowEnd - (SHORTEST - 1)) return;
    const four =
      (bytes[at]! << 24) |
      (bytes[at + 1]! << 16) |
      (bytes[at + 2]! << 8) |
      bytes[at + 3]!;
    const hash = Math.imul(four, 0x1e35a7bd) >>> (32 - HASH_BITS);
    const before = lastSeen[hash]!;
    if (isCurrent) this.#head = before;
    seenBefore[at & (WINDOW - 1)] = before;
    lastSeen[hash] = at + this.start;
  }

  /** The longest earlier match of what comes now, as a token; 0 when there is none worth taking. */
  #find(oldLength: number): number {
    const { bytes, start } = this;
    const at = this.#at;
    const most = Math.min(LONGEST, this.#windowEnd - at);
    if (most <= oldLength && this.#windowEnd - at <= oldLength) return 0;
    if (oldLength >= LONGEST) return 0;
    const oldest = Math.max(this.#windowStart, at - WINDOW);
    let length = SHORTEST - 1;
    let distance = 0;
    let earlier = this.#head - start;
    for (let tries = TRIES; tries > 0 && earlier >= oldest; tries--) {
      if (bytes[earlier + length] === bytes[at + length]) {
        let same = 0;
        while (same < most && bytes[earlier + same] === bytes[at + same])
          same++;
        if (same > length && (same > SHORTEST || at - earlier <= FAR)) {
          length = same;
          distance = at - earlier;
          if (same >= most) break;
        }
      }
      if (earlier === at - WINDOW) break; // what came before it is overwritten
      earlier = seenBefore[earlier & (WINDOW - 1)]! - start;
    }
    return distance && (length << 16) | distance;
  }

  #emit(token: number, end: number): void {
    this.#push(token);
    if (this.#tokenCount === TOKENS_PER_BLOCK) this.#flush(end);
  }

  #push(token: number): void {
    this.#tokens[this.#tokenCount++] = token;
  }

  #flush(end: number): void {
    if (this.#tokenCount === 0) return;
    const isInWindow = this.#blockStart >= this.#windowStart;
    writeBlock(
      this.#out,
      this.#tokens.subarray(0, this.#tokenCount),
      isInWindow ? this.bytes.subarray(this.#blockStart, end) : undefined,
    );
    this.#blockStart = end;
    this.#tokenCount = 0;
  }
}
