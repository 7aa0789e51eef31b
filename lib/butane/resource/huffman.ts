/** A Huffman code: for every symbol its bits, ready to be written lowest first, and how many there are. */
export interface HuffmanCode {
  readonly bits: Uint16Array;
  readonly lengths: Uint8Array;
}

/**
 * The shortest code for symbols that occur this often, no symbol longer than `longest`.
 *
 * Several codes can be equally short; where there is a choice, it is the one that Go's `compress/flate` makes, so that
 * what we write is what Butane writes.
 */
export function huffmanCode(
  frequencies: Uint32Array,
  longest: number,
): HuffmanCode {
  const used = [...frequencies.keys()].filter((at) => frequencies[at]! > 0);
  const lengths = new Uint8Array(frequencies.length);
  if (used.length <= 2) {
    for (const symbol of used) lengths[symbol] = 1;
    return codeOf(lengths);
  }
  // From the rarest to the most frequent.
  used.sort((a, b) => frequencies[a]! - frequencies[b]! || a - b);
  const counts = lengthCounts(
    used.map((symbol) => frequencies[symbol]!),
    Math.min(longest, used.length - 1),
  );
  let rarest = used.length;
  counts.forEach((count, length) => {
    for (const symbol of used.slice(rarest - count, rarest)) {
      lengths[symbol] = length;
    }
    rarest -= count;
  });
  return codeOf(lengths);
}

/** The code that follows from its lengths: shorter before longer, and by symbol among those that are equally long. */
export function codeOf(lengths: Uint8Array): HuffmanCode {
  const bits = new Uint16Array(lengths.length);
  let next = 0;
  for (let length = 1; length <= 15; length++) {
    next <<= 1;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] === length) bits[symbol] = reversed(next++, length);
    }
  }
  return { bits, lengths };
}

/** How many bits all occurrences take together. */
export function sizeInBits(
  { lengths }: HuffmanCode,
  frequencies: Uint32Array,
): number {
  return frequencies.reduce(
    (sum, frequency, symbol) => sum + frequency * (lengths[symbol] ?? 0),
    0,
  );
}

/**
 * How many symbols get each length, by the package-merge algorithm: on every level the symbols are merged with the pairs
 * of the level below, and a symbol gets one bit for every level on which it is among the cheapest.
 */
function lengthCounts(weights: readonly number[], longest: number): number[] {
  const levels: { weights: number[]; isSymbol: boolean[] }[] = [];
  let pairs: number[] = [];
  for (let level = 0; level < longest; level++) {
    const merged = mergeWeights(weights, pairs);
    levels.push(merged);
    pairs = [];
    for (let at = 0; at + 1 < merged.weights.length; at += 2) {
      pairs.push(merged.weights[at]! + merged.weights[at + 1]!);
    }
  }
  const counts = [0];
  let needed = 2 * weights.length - 2;
  const chosen = levels.reverse().map(({ isSymbol }) => {
    const symbols = isSymbol.slice(0, needed).filter(Boolean).length;
    needed = 2 * (needed - symbols);
    return symbols;
  });
  chosen.forEach((symbols, at) => counts.push(symbols - (chosen[at + 1] ?? 0)));
  return counts;
}

/** Merges two rising lists; of equals, the pair comes first. */
function mergeWeights(symbols: readonly number[], pairs: readonly number[]) {
  const weights: number[] = [];
  const isSymbol: boolean[] = [];
  let symbol = 0;
  let pair = 0;
  while (symbol < symbols.length || pair < pairs.length) {
    const takesSymbol =
      pair === pairs.length ||
      (symbol < symbols.length && symbols[symbol]! < pairs[pair]!);
    isSymbol.push(takesSymbol);
    weights.push(takesSymbol ? symbols[symbol++]! : pairs[pair++]!);
  }
  return { weights, isSymbol };
}

function reversed(bits: number, length: number): number {
  let result = 0;
  for (let at = 0; at < length; at++) {
    result = (result << 1) | ((bits >> at) & 1);
  }
  return result;
}
