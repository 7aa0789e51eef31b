export const windowSize = 1 << 15;
const windowMask = windowSize - 1;
const hashBits = 17;
const largest = 0x7fff_0000;

/**
 * Places in the input where four bytes of one hash were seen: the newest for each hash, and for each place in the
 * window the one before it.
 *
 * Places are counted on from input to input, so that what an earlier one has left behind is too old to be found:
 * half a megabyte need not be cleared for every file.
 */
export class Places {
  readonly #newest = new Int32Array(1 << hashBits);
  readonly #before = new Int32Array(windowSize);
  #origin = 1;
  #nextOrigin = 1;

  /** Begins with another input. */
  begin(length: number): void {
    if (this.#nextOrigin + length > largest) {
      this.#newest.fill(0);
      this.#nextOrigin = 1;
    }
    this.#origin = this.#nextOrigin;
    this.#nextOrigin += length + 1;
  }

  /** Notes a place; answers the one before it of the same hash, negative where there is none. */
  note(input: Uint8Array, place: number): number {
    const four =
      (input[place]! << 24) |
      (input[place + 1]! << 16) |
      (input[place + 2]! << 8) |
      input[place + 3]!;
    const hash = Math.imul(four, 0x1e35a7bd) >>> (32 - hashBits);
    const earlier = this.#newest[hash]!;
    this.#before[place & windowMask] = earlier;
    this.#newest[hash] = this.#origin + place;
    return earlier - this.#origin;
  }

  /** The place before another one of the same hash, negative where there is none. */
  before(place: number): number {
    return this.#before[place & windowMask]! - this.#origin;
  }
}
