import type { BitWriter } from "./bit-writer";
import { codedLength, type HuffmanCode, huffmanCode } from "./huffman";

/** Order in which deflate lists the lengths of the code that packs the other lengths. */
const order = [
  16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
] as const;
const repeatLast = 16;
const fewZeros = 17;
const manyZeros = 18;
const extraBits = new Map([
  [repeatLast, 2],
  [fewZeros, 3],
  [manyZeros, 7],
]);

/** The lengths of a block's two codes, packed. */
export interface CodeLengths {
  readonly literals: number;
  readonly distances: number;
  /** Symbols of the packing code, each with the number that follows it. */
  readonly symbols: readonly (readonly [symbol: number, extra: number])[];
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
  const symbols = [...runs([...literals, ...distances])].flatMap(packRun);
  const frequencies = new Uint32Array(order.length);
  for (const [symbol] of symbols) frequencies[symbol]!++;
  const code = huffmanCode(frequencies, 7);

  let listed = order.length;
  while (listed > 4 && frequencies[order[listed - 1]!] === 0) listed--;
  let bits = 5 + 5 + 4 + 3 * listed + codedLength(code, frequencies);
  for (const [symbol, width] of extraBits) bits += width * frequencies[symbol]!;
  return {
    literals: literals.length,
    distances: distances.length,
    symbols,
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
  for (const [symbol, extra] of lengths.symbols) {
    out.write(lengths.code.codes[symbol]!, lengths.code.lengths[symbol]!);
    const width = extraBits.get(symbol);
    if (width) out.write(extra, width);
  }
}

function* runs(values: readonly number[]): Iterable<[number, number]> {
  for (let start = 0; start < values.length; ) {
    let end = start + 1;
    while (values[end] === values[start]) end++;
    yield [values[start]!, end - start];
    start = end;
  }
}

function packRun([value, length]: [number, number]): [number, number][] {
  const packed: [number, number][] = [];
  let left = length;
  function take(symbol: number, most: number, least: number): void {
    const run = Math.min(left, most);
    packed.push([symbol, run - least]);
    left -= run;
  }
  if (value === 0) {
    while (left >= 11) take(manyZeros, 138, 11);
    if (left >= 3) take(fewZeros, 10, 3);
  } else {
    packed.push([value, 0]);
    left--;
    while (left >= 3) take(repeatLast, 6, 3);
  }
  for (; left > 0; left--) packed.push([value, 0]);
  return packed;
}
