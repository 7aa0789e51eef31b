/** A prefix code: for each symbol its bits, turned round for writing, and their number. */
export interface HuffmanCode {
  readonly codes: Uint16Array;
  readonly lengths: Uint8Array;
}

interface Leaf {
  readonly symbol: number;
  readonly frequency: number;
}

/**
 * The best code for the given frequencies whose words have no more than `maxBits` bits. Where several are best,
 * it is the one Go builds: that decides which symbol gets the longer word, and so the bytes.
 */
export function huffmanCode(
  frequencies: ArrayLike<number>,
  maxBits: number,
): HuffmanCode {
  const code = emptyCode(frequencies.length);
  const leaves: Leaf[] = [];
  for (let symbol = 0; symbol < frequencies.length; symbol++) {
    const frequency = frequencies[symbol]!;
    if (frequency > 0) leaves.push({ symbol, frequency });
  }
  if (leaves.length <= 2) {
    leaves.forEach(({ symbol }, index) => {
      code.codes[symbol] = index;
      code.lengths[symbol] = 1;
    });
    return code;
  }
  leaves.sort((a, b) => a.frequency - b.frequency || a.symbol - b.symbol);
  assignWords(code, leaves, wordCounts(leaves, maxBits));
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
function wordCounts(leaves: readonly Leaf[], maxBits: number): number[] {
  const levels = Math.min(maxBits, leaves.length - 1);
  const wanted = 2 * leaves.length - 2;
  const leafMarks: Uint8Array[] = [];
  let below: number[] = [];
  for (let level = 0; level < levels; level++) {
    const { weights, marks } = mergeLevel(leaves, below, wanted);
    leafMarks.push(marks);
    below = weights;
  }

  const leavesAt: number[] = [];
  for (let level = levels - 1, needed = wanted; level >= 0; level--) {
    const held = sum(leafMarks[level]!.subarray(0, needed));
    leavesAt.push(held);
    needed = 2 * (needed - held);
  }
  // What a level holds less than the one above it has words of just that many bits.
  return leavesAt.map((held, index) => held - (leavesAt[index + 1] ?? 0));
}

function mergeLevel(
  leaves: readonly Leaf[],
  below: readonly number[],
  wanted: number,
): { weights: number[]; marks: Uint8Array } {
  const weights: number[] = [];
  const marks = new Uint8Array(wanted);
  for (let leaf = 0, pair = 0; weights.length < wanted; ) {
    const leafWeight = leaves[leaf]?.frequency ?? Infinity;
    const pairWeight =
      pair + 1 < below.length ? below[pair]! + below[pair + 1]! : Infinity;
    if (leafWeight === Infinity && pairWeight === Infinity) break;
    if (leafWeight < pairWeight) {
      marks[weights.length] = 1;
      weights.push(leafWeight);
      leaf += 1;
    } else {
      weights.push(pairWeight);
      pair += 2;
    }
  }
  return { weights, marks };
}

/** The most frequent symbols get the shortest words; among words of one length the symbols' order counts. */
function assignWords(
  { codes, lengths }: HuffmanCode,
  leaves: readonly Leaf[],
  counts: readonly number[],
): void {
  let word = 0;
  let end = leaves.length;
  counts.forEach((count, index) => {
    word <<= 1;
    const symbols = leaves
      .slice(end - count, end)
      .map(({ symbol }) => symbol)
      .sort((a, b) => a - b);
    for (const symbol of symbols) {
      codes[symbol] = reverse(word, index + 1);
      lengths[symbol] = index + 1;
      word += 1;
    }
    end -= count;
  });
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

function sum(numbers: Uint8Array): number {
  return numbers.reduce((total, number) => total + number, 0);
}
