import { matchToken, type Token } from "./token";

const windowSize = 1 << 15;
const windowMask = windowSize - 1;
const hashShift = 32 - 17;
const minMatch = 4;
const maxMatch = 258;
/** With less than this ahead, matches could be cut short, so more input is taken in first. */
const enoughAhead = minMatch + maxMatch;
/** How many earlier places are tried for a match; short ones that lie farther back than this are not worth it. */
const maxTries = 4096;
const farForShort = 4096;
/** Tokens of one block. */
const blockTokens = 1 << 14;

/** Gets the tokens of a block, and the bytes they stand for; those are missing when they have left the window. */
export type TakeBlock = (tokens: Uint32Array, input: Uint8Array | null) => void;

/**
 * Places where four bytes of one hash were seen: the newest for each hash, and for each place the one before it.
 * Places are counted on from input to input (`origin` is where the current one begins), so that what an earlier
 * input has left behind is too old to be found and half a megabyte need not be cleared each time.
 */
let newest: Int32Array | undefined;
let before: Int32Array | undefined;
let nextOrigin = 1;

/**
 * Splits input into tokens exactly as Go's `compress/flate` does on its highest level.
 *
 * Upstream works on a window of 64 KiB that it shifts by half when the end comes near. `base` is where that
 * window begins: what lies before it cannot be matched, nor stored uncompressed.
 */
export function tokenize(input: Uint8Array, takeBlock: TakeBlock): void {
  const heads = (newest ??= new Int32Array(1 << 17));
  const links = (before ??= new Int32Array(windowSize));
  if (nextOrigin + input.length > 0x7fff_0000) {
    heads.fill(0);
    nextOrigin = 1;
  }
  const origin = nextOrigin;
  nextOrigin += input.length + 1;

  const tokens = new Uint32Array(Math.min(blockTokens, input.length));
  let count = 0;
  let blockStart = 0;
  let base = 0;
  let end = Math.min(2 * windowSize, input.length);
  let head = 0;
  let length = minMatch - 1;
  let distance = 0;
  let pending = false;
  let index = 0;

  for (;;) {
    if (end - index < enoughAhead && end < input.length) {
      base += windowSize;
      end = Math.min(base + 2 * windowSize, input.length);
    }
    if (index === end) break;
    if (index < end - minMatch + 1) head = insert(index);

    const earlierLength = length;
    const earlierDistance = distance;
    length = minMatch - 1;
    distance = 0;
    if (end - index > earlierLength && earlierLength < maxMatch) {
      findMatch(head - origin, Math.min(maxMatch, end - index));
    }

    if (earlierLength >= minMatch && length <= earlierLength) {
      // The byte before begins a match that this one does not better.
      push(matchToken(earlierLength, earlierDistance));
      const next = index + earlierLength - 1;
      for (index++; index < next; index++) {
        if (index < end - minMatch + 1) insert(index);
      }
      pending = false;
      length = minMatch - 1;
      if (count === blockTokens) flush();
    } else {
      if (pending) {
        push(input[index - 1]!);
        if (count === blockTokens) flush();
      }
      index++;
      pending = true;
    }
  }
  if (pending) push(input[index - 1]!);
  if (count > 0) flush();

  function push(token: Token): void {
    tokens[count++] = token;
  }

  function flush(): void {
    const kept = blockStart >= base;
    takeBlock(
      tokens.subarray(0, count),
      kept ? input.subarray(blockStart, index) : null,
    );
    blockStart = index;
    count = 0;
  }

  /** Notes the place, and answers the place before it of the same hash. */
  function insert(place: number): number {
    const four =
      (input[place]! << 24) |
      (input[place + 1]! << 16) |
      (input[place + 2]! << 8) |
      input[place + 3]!;
    const hash = Math.imul(four, 0x1e35a7bd) >>> hashShift;
    const earlier = heads[hash]!;
    links[place & windowMask] = earlier;
    heads[hash] = origin + place;
    return earlier;
  }

  /** Looks along the places of one hash for a match longer than `length`; the nearest of the longest wins. */
  function findMatch(first: number, longest: number): void {
    const reach = index - windowSize;
    const oldest = Math.max(reach, base);
    let wanted = input[index + length];
    for (
      let place = first, tries = maxTries;
      place >= oldest && tries > 0;
      tries--
    ) {
      if (input[place + length] === wanted) {
        const found = matchLength(place, longest);
        const near = index - place <= farForShort;
        if (found > length && (found > minMatch || near)) {
          length = found;
          distance = index - place;
          if (found >= longest) return;
          wanted = input[index + found];
        }
      }
      // The link of the place farthest back is already that of the current one.
      if (place === reach) return;
      place = links[place & windowMask]! - origin;
    }
  }

  function matchLength(place: number, longest: number): number {
    let same = 0;
    while (same < longest && input[place + same] === input[index + same]) {
      same++;
    }
    return same;
  }
}
