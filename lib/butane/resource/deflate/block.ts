import type { BitWriter } from "./bit-writer";
import { type CodeLengths, packLengths, writeLengths } from "./code-lengths";
import {
  codedLength,
  fixedDistanceCode,
  fixedLiteralCode,
  type HuffmanCode,
  huffmanCode,
} from "./huffman";
import {
  distanceCode,
  distanceExtraBits,
  distanceOf,
  isMatch,
  lengthCode,
  lengthExtraBits,
  lengthOf,
} from "./token";

const endOfBlock = 256;
const firstLength = 257;
const mostStored = 65_535;
const headerBits = 3;

interface Frequencies {
  readonly literals: Uint32Array;
  readonly distances: Uint32Array;
  /** Bits that follow the codes as they are. */
  readonly extraBits: number;
}

/** Writes tokens in the shortest of deflate's three forms; `input` is what they stand for, if still at hand. */
export function writeBlock(
  out: BitWriter,
  tokens: Uint32Array,
  input: Uint8Array | null,
): void {
  const { literals, distances, extraBits } = count(tokens);
  const literalCode = huffmanCode(literals, 15);
  const distanceWords = huffmanCode(distances, 15);
  const lengths = packLengths(
    literalCode.lengths.subarray(0, usedLength(literals)),
    distanceWords.lengths.subarray(0, usedLength(distances)),
  );

  const fixed =
    codedLength(fixedLiteralCode, literals) +
    codedLength(fixedDistanceCode, distances);
  const own =
    lengths.bits +
    codedLength(literalCode, literals) +
    codedLength(distanceWords, distances);
  const shorter = headerBits + Math.min(fixed, own) + extraBits;

  const storable = input && input.length <= mostStored;
  if (storable && 8 * (input.length + 5) < shorter) {
    writeStored(out, input, false);
  } else if (own < fixed) {
    writeOwnHeader(out, lengths);
    writeTokens(out, tokens, literalCode, distanceWords);
  } else {
    out.write(0b010, headerBits);
    writeTokens(out, tokens, fixedLiteralCode, fixedDistanceCode);
  }
}

/** Writes bytes as they are. */
export function writeStored(
  out: BitWriter,
  bytes: Uint8Array,
  last: boolean,
): void {
  out.write(last ? 1 : 0, headerBits);
  out.align();
  out.write(bytes.length, 16);
  out.write(~bytes.length & 0xffff, 16);
  out.append(bytes);
}

function writeOwnHeader(out: BitWriter, lengths: CodeLengths): void {
  out.write(0b100, headerBits);
  writeLengths(out, lengths);
}

function count(tokens: Uint32Array): Frequencies {
  const literals = new Uint32Array(286);
  const distances = new Uint32Array(30);
  let extraBits = 0;
  for (const token of tokens) {
    if (!isMatch(token)) {
      literals[token]!++;
      continue;
    }
    const length = lengthCode(lengthOf(token));
    const distance = distanceCode(distanceOf(token));
    literals[firstLength + length]!++;
    distances[distance]!++;
    extraBits += lengthExtraBits(length) + distanceExtraBits(distance);
  }
  literals[endOfBlock] = 1;
  // A code needs a symbol, so without any match one distance is counted, in every form's size.
  if (usedLength(distances) === 0) distances[0] = 1;
  return { literals, distances, extraBits };
}

function usedLength(frequencies: Uint32Array): number {
  let length = frequencies.length;
  while (length > 0 && frequencies[length - 1] === 0) length--;
  return length;
}

function writeTokens(
  out: BitWriter,
  tokens: Uint32Array,
  literals: HuffmanCode,
  distances: HuffmanCode,
): void {
  for (const token of tokens) {
    if (!isMatch(token)) {
      out.write(literals.codes[token]!, literals.lengths[token]!);
      continue;
    }
    const length = lengthCode(lengthOf(token));
    writeSymbol(out, literals, firstLength + length);
    writeLow(out, lengthOf(token), lengthExtraBits(length));
    const distance = distanceCode(distanceOf(token));
    writeSymbol(out, distances, distance);
    writeLow(out, distanceOf(token), distanceExtraBits(distance));
  }
  writeSymbol(out, literals, endOfBlock);
}

function writeSymbol(out: BitWriter, code: HuffmanCode, symbol: number): void {
  out.write(code.codes[symbol]!, code.lengths[symbol]!);
}

function writeLow(out: BitWriter, value: number, bits: number): void {
  if (bits > 0) out.write(value & ((1 << bits) - 1), bits);
}
