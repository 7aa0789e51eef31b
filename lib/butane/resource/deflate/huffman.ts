/** A prefix code: for each symbol its bits, turned round for writing, and their number. */
export interface HuffmanCode {
  readonly codes: Uint16Array;
  readonly lengths: Uint8Array;
}

/** Symbols that occur, the rarest first: frequency and symbol in one number, so that they sort as numbers. */
type Leaves = Uint32Array;
const symbolBits = 9;

/**
 * The best code for the given frequencies whose words have no more than `maxBits` bits. Where several are best,
 * it is the one Go builds: that decides which symbol gets the longer word, and so the bytes.
 */
export function huffmanCode(
  frequencies: Uint32Array,
  maxBits: number,
): HuffmanCode {
  const code = emptyCode(frequencies.length);
  const leaves = leavesOf(frequencies);
  if (leaves.length <= 2) {
    for (const leaf of leaves) code.lengths[symbolOf(leaf)] = 1;
  } else {
    let end = leaves.length;
    wordCounts(leaves, maxBits).forEach((count, index) => {
      // The most frequent symbols get the shortest words.
      for (let left = count; left > 0; left--) {
        code.lengths[symbolOf(leaves[--end]!)] = index + 1;
      }
    });
  }
  assignWords(code);
  return code;
}

/** The code every reader of deflate knows, for bytes and lengths. */
export const fixedLiteralCode = fixedCode(286, (symbol) =>
  symbol < 144
    ? [symbol + 0x30, 8]
    : symbol < 256
      ? [symbol - 144 + 0x190, 9]
      : symbol < 280
        ? [symbol - 256, 7]
        : [symbol - 280 + 0xc0, 8],
);

export const fixedDistanceCode = fixedCode(30, (symbol) => [symbol, 5]);

/** Number of bits that symbols of these frequencies take. */
export function codedLength(
  { lengths }: HuffmanCode,
  frequencies: ArrayLike<number>,
): number {
  let bits = 0;
  for (let symbol = 0; symbol < frequencies.length; symbol++) {
    bits += frequencies[symbol]! * lengths[symbol]!;
  }
  return bits;
}

/**
 * How many symbols get words of 1, 2, 3… bits: package-merge. On each level pairs of the level below are merged
 * with the symbols by weight, a pair before a symbol of its weight; how many symbols the items that are needed
 * hold gives the counts.
 */
function wordCounts(leaves: Leaves, maxBits: number): number[] {
  const levels = Math.min(maxBits, leaves.length - 1);
  const wanted = 2 * leaves.length - 2;
  // For each level and number of items, how many of these are symbols.
  const symbolsIn: Uint16Array[] = [];
  let weights = new Uint32Array(0);
  for (let level = 0; level < levels; level++) {
    const above = mergeLevel(leaves, weights, wanted);
    symbolsIn.push(above.symbolsIn);
    // A level like the one below stays like that all the way up.
    if (equal(above.weights, weights)) break;
    weights = above.weights;
  }

  const held: number[] = [];
  for (let level = levels - 1, needed = wanted; level >= 0; level--) {
    const counts = symbolsIn[Math.min(level, symbolsIn.length - 1)]!;
    const symbols = counts[Math.min(needed, counts.length - 1)]!;
    held.push(symbols);
    needed = 2 * (needed - symbols);
  }
  // What a level holds less than the one above it has words of just that many bits.
  return held.map((symbols, index) => symbols - (held[index + 1] ?? 0));
}

function mergeLevel(leaves: Leaves, below: Uint32Array, wanted: number) {
  const length = Math.min(wanted, leaves.length + (below.length >> 1));
  const weights = new Uint32Array(length);
  const symbolsIn = new Uint16Array(length + 1);
  for (let item = 0, leaf = 0, pair = 0; item < length; item++) {
    const leafWeight =
      leaf < leaves.length ? leaves[leaf]! >>> symbolBits : Infinity;
    const pairWeight =
      pair + 1 < below.length ? below[pair]! + below[pair + 1]! : Infinity;
    if (leafWeight < pairWeight) {
      weights[item] = leafWeight;
      leaf += 1;
    } else {
      weights[item] = pairWeight;
      pair += 2;
    }
    symbolsIn[item + 1] = leaf;
  }
  return { weights, symbolsIn };
}

function leavesOf(frequencies: Uint32Array): Leaves {
  const leaves = new Uint32Array(frequencies.length);
  let count = 0;
  for (let symbol = 0; symbol < frequencies.length; symbol++) {
    const frequency = frequencies[symbol]!;
    if (frequency > 0) leaves[count++] = (frequency << symbolBits) | symbol;
  }
  return leaves.subarray(0, count).sort();
}

function symbolOf(leaf: number): number {
  return leaf & ((1 << symbolBits) - 1);
}

/** Gives the words of each length out in the order of the symbols. */
function assignWords({ codes, lengths }: HuffmanCode): void {
  const next = new Uint32Array(17);
  for (const length of lengths) if (length > 0) next[length + 1]!++;
  for (let length = 1; length < next.length; length++) {
    next[length] = (next[length - 1]! + next[length]!) << 1;
  }
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length > 0) codes[symbol] = reverse(next[length]!++, length);
  }
}

function equal(one: Uint32Array, other: Uint32Array): boolean {
  return (
    one.length === other.length &&
    one.every((value, index) => value === other[index])
  );
}

function fixedCode(
  size: number,
  wordOf: (symbol: number) => [word: number, bits: number],
): HuffmanCode {
  const code = emptyCode(size);
  for (let symbol = 0; symbol < size; symbol++) {
    const [word, bits] = wordOf(symbol);
    code.codes[symbol] = reverse(word, bits);
    code.lengths[symbol] = bits;
  }
  return code;
}

function emptyCode(size: number): HuffmanCode {
  return { codes: new Uint16Array(size), lengths: new Uint8Array(size) };
}

function reverse(word: number, bits: number): number {
  let reversed = 0;
  for (let bit = 0; bit < bits; bit++) {
    reversed = (reversed << 1) | ((word >> bit) & 1);
  }
  return reversed;
}
