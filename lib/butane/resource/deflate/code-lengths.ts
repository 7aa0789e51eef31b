import type { BitWriter } from "./bit-writer";
import { codedLength, type HuffmanCode, huffmanCode } from "./huffman";

/** Order in which deflate lists the lengths of the code that packs the other lengths. */
const order = [
  16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
] as const;
const repeatLast = 16;
const fewZeros = 17;
const manyZeros = 18;
/** How many bits follow each symbol. */
const extraBits = Uint8Array.from(order, (_, symbol) =>
  symbol === repeatLast
    ? 2
    : symbol === fewZeros
      ? 3
      : symbol === manyZeros
        ? 7
        : 0,
);

/** The lengths of a block's two codes, packed. */
export interface CodeLengths {
  readonly literals: number;
  readonly distances: number;
  /** Symbols of the packing code. */
  readonly symbols: readonly number[];
  /** For each of them the number that follows it, 0 where none does. */
  readonly extras: readonly number[];
  readonly code: HuffmanCode;
  /** How many lengths of the packing code are listed. */
  readonly listed: number;
  /** Size of all this in bits. */
  readonly bits: number;
}

/** Packs the lengths of a block's codes: runs of one length become one symbol. */
export function packLengths(
  literals: Uint8Array,
  distances: Uint8Array,
): CodeLengths {
  const { symbols, extras } = packRuns(literals, distances);
  const frequencies = new Uint32Array(order.length);
  for (const symbol of symbols) frequencies[symbol]!++;
  const code = huffmanCode(frequencies, 7);

  let listed = order.length;
  while (listed > 4 && frequencies[order[listed - 1]!] === 0) listed--;
  let bits = 5 + 5 + 4 + 3 * listed + codedLength(code, frequencies);
  for (const symbol of symbols) bits += extraBits[symbol]!;
  return {
    literals: literals.length,
    distances: distances.length,
    symbols,
    extras,
    code,
    listed,
    bits,
  };
}

/** Writes packed lengths behind a block's header. */
export function writeLengths(out: BitWriter, lengths: CodeLengths): void {
  out.write(lengths.literals - 257, 5);
  out.write(lengths.distances - 1, 5);
  out.write(lengths.listed - 4, 4);
  for (const symbol of order.slice(0, lengths.listed)) {
    out.write(lengths.code.lengths[symbol]!, 3);
  }
  const { symbols, extras, code } = lengths;
  for (let index = 0; index < symbols.length; index++) {
    const symbol = symbols[index]!;
    out.write(code.codes[symbol]!, code.lengths[symbol]!);
    const width = extraBits[symbol]!;
    if (width > 0) out.write(extras[index]!, width);
  }
}

/** Both codes' lengths count as one list: a run may go on from the first into the second. */
function packRuns(literals: Uint8Array, distances: Uint8Array) {
  const all = new Uint8Array(literals.length + distances.length);
  all.set(literals);
  all.set(distances, literals.length);
  const symbols: number[] = [];
  const extras: number[] = [];
  for (let start = 0, end = 0; start < all.length; start = end) {
    const value = all[start]!;
    while (end < all.length && all[end] === value) end++;
    packRun(value, end - start, symbols, extras);
  }
  return { symbols, extras };
}

function packRun(
  value: number,
  length: number,
  symbols: number[],
  extras: number[],
): void {
  let left = length;
  function take(symbol: number, most: number, least: number): void {
    const run = Math.min(left, most);
    symbols.push(symbol);
    extras.push(run - least);
    left -= run;
  }
  if (value === 0) {
    while (left >= 11) take(manyZeros, 138, 11);
    if (left >= 3) take(fewZeros, 10, 3);
  } else {
    take(value, 1, 1);
    while (left >= 3) take(repeatLast, 6, 3);
  }
  while (left > 0) take(value, 1, 1);
}
