import type { BitWriter } from "./bit-writer";
import { codeOf, huffmanCode, sizeInBits, type HuffmanCode } from "./huffman";

/** A literal byte, or a match as `length << 16 | distance`. */
export type Tokens = Int32Array;

const END_OF_BLOCK = 256;
const FIRST_LENGTH = 257;
const LITERALS = 286;
const DISTANCES = 30;
const LONGEST_STORED = 65535;

/** The order in which RFC 1951 writes the lengths of the code for lengths. */
const LENGTH_ORDER = [
  16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

/** Classes of lengths (from 3) and distances (from 1): where each begins and how many extra bits tell the rest. */
const lengthClasses = classes(29, 4, 258 - 3);
const distanceClasses = classes(DISTANCES, 2, 32768 - 1);

const fixedLiterals = codeOf(
  Uint8Array.from({ length: 288 }, (_, at) =>
    at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8,
  ),
);
const fixedDistances = codeOf(new Uint8Array(DISTANCES).fill(5));

/**
 * Writes one block in the shortest of the three ways: as it is, with the fixed code, or with one made for it.
 * `original` is what the tokens stand for, where it is still at hand.
 */
export function writeBlock(
  out: BitWriter,
  tokens: Tokens,
  original: Uint8Array | undefined,
): void {
  const counts = countSymbols(tokens);
  const own = makeHeader(counts.literals, counts.distances);
  const fixed =
    3 +
    sizeInBits(fixedLiterals, counts.literals) +
    sizeInBits(fixedDistances, counts.distances);
  const shortest = Math.min(fixed, own.size) + counts.extraBits;
  if (
    original &&
    original.length <= LONGEST_STORED &&
    8 * (original.length + 5) < shortest
  ) {
    writeStored(out, original, false);
  } else if (own.size < fixed) {
    own.write(out);
    writeTokens(out, tokens, own.literals, own.distances);
  } else {
    out.write(2, 3);
    writeTokens(out, tokens, fixedLiterals, fixedDistances);
  }
}

/** Writes bytes as they are; without bytes and `last`, this ends the stream. */
export function writeStored(
  out: BitWriter,
  bytes: Uint8Array,
  last: boolean,
): void {
  out.write(last ? 1 : 0, 3);
  out.align();
  out.write(bytes.length, 16);
  out.write(~bytes.length & 0xffff, 16);
  out.append(bytes);
}

function countSymbols(tokens: Tokens) {
  const literals = new Uint32Array(LITERALS);
  const distances = new Uint32Array(DISTANCES);
  let extraBits = 0;
  for (const token of tokens) {
    if (token < 256) {
      literals[token]!++;
      continue;
    }
    const length = lengthClasses.of[(token >> 16) - 3]!;
    const distance = distanceClasses.of[(token & 0xffff) - 1]!;
    literals[FIRST_LENGTH + length]!++;
    distances[distance]!++;
    extraBits +=
      lengthClasses.extra[length]! + distanceClasses.extra[distance]!;
  }
  literals[END_OF_BLOCK] = 1;
  // A code needs at least one symbol, even where nothing is repeated.
  if (distances.every((count) => count === 0)) distances[0] = 1;
  return { literals, distances, extraBits };
}

/** The codes made for a block, and the header that describes them. */
function makeHeader(literalCounts: Uint32Array, distanceCounts: Uint32Array) {
  const literals = huffmanCode(literalCounts, 15);
  const distances = huffmanCode(distanceCounts, 15);
  const literalEnd = lastUsed(literalCounts) + 1;
  const distanceEnd = lastUsed(distanceCounts) + 1;
  const runs = runLengths([
    ...literals.lengths.subarray(0, literalEnd),
    ...distances.lengths.subarray(0, distanceEnd),
  ]);
  const frequencies = new Uint32Array(19);
  for (const { symbol } of runs) frequencies[symbol]!++;
  const code = huffmanCode(frequencies, 7);
  const order = LENGTH_ORDER.slice(
    0,
    Math.max(
      4,
      LENGTH_ORDER.findLastIndex((symbol) => frequencies[symbol]! > 0) + 1,
    ),
  );
  const size =
    3 +
    5 +
    5 +
    4 +
    3 * order.length +
    sizeInBits(code, frequencies) +
    runs.reduce((sum, { extraBits }) => sum + extraBits, 0) +
    sizeInBits(literals, literalCounts) +
    sizeInBits(distances, distanceCounts);
  return { literals, distances, size, write };

  function write(out: BitWriter): void {
    out.write(4, 3);
    out.write(literalEnd - 257, 5);
    out.write(distanceEnd - 1, 5);
    out.write(order.length - 4, 4);
    for (const symbol of order) out.write(code.lengths[symbol]!, 3);
    for (const { symbol, extra, extraBits } of runs) {
      out.write(code.bits[symbol]!, code.lengths[symbol]!);
      out.write(extra, extraBits);
    }
  }
}

interface Run {
  readonly symbol: number;
  readonly extra: number;
  readonly extraBits: number;
}

/** Shortens runs of equal lengths: 16 repeats the one before, 17 and 18 stand for zeros. */
function runLengths(lengths: readonly number[]): Run[] {
  const runs: Run[] = [];
  const add = (symbol: number, extra = 0, extraBits = 0) =>
    runs.push({ symbol, extra, extraBits });
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at]!;
    let end = at + 1;
    while (end < lengths.length && lengths[end] === length) end++;
    let left = end - at;
    if (length !== 0) {
      add(length);
      left--;
      for (; left >= 3; left -= Math.min(6, left)) {
        add(16, Math.min(6, left) - 3, 2);
      }
    } else {
      for (; left >= 11; left -= Math.min(138, left)) {
        add(18, Math.min(138, left) - 11, 7);
      }
      if (left >= 3) {
        add(17, left - 3, 3);
        left = 0;
      }
    }
    for (; left > 0; left--) add(length);
    at = end;
  }
  return runs;
}

function writeTokens(
  out: BitWriter,
  tokens: Tokens,
  literals: HuffmanCode,
  distances: HuffmanCode,
): void {
  const symbol = (code: HuffmanCode, at: number) =>
    out.write(code.bits[at]!, code.lengths[at]!);
  for (const token of tokens) {
    if (token < 256) {
      symbol(literals, token);
      continue;
    }
    const length = (token >> 16) - 3;
    const lengthClass = lengthClasses.of[length]!;
    symbol(literals, FIRST_LENGTH + lengthClass);
    out.write(
      length - lengthClasses.base[lengthClass]!,
      lengthClasses.extra[lengthClass]!,
    );
    const distance = (token & 0xffff) - 1;
    const distanceClass = distanceClasses.of[distance]!;
    symbol(distances, distanceClass);
    out.write(
      distance - distanceClasses.base[distanceClass]!,
      distanceClasses.extra[distanceClass]!,
    );
  }
  symbol(literals, END_OF_BLOCK);
}

function lastUsed(counts: Uint32Array): number {
  return counts.findLastIndex((count) => count > 0);
}

/** Classes grow: after the first `2 * perSize` of one value each, every `perSize` of them take one more extra bit. */
function classes(count: number, perSize: number, largest: number) {
  const extra = Uint8Array.from({ length: count }, (_, at) =>
    Math.max(0, Math.floor(at / perSize) - 1),
  );
  const base = new Uint16Array(count);
  for (let at = 1; at < count; at++)
    base[at] = base[at - 1]! + (1 << extra[at - 1]!);
  // The longest match is common enough to have a class of its own.
  if (largest === 255) [extra[count - 1], base[count - 1]] = [0, largest];
  const of = new Uint8Array(largest + 1);
  for (let at = 0; at < count; at++) {
    of.fill(at, base[at], base[at + 1] ?? largest + 1);
  }
  return { of, base, extra };
}
