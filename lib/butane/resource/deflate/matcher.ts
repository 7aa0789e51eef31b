import type { Effort } from "./effort";
import { Places, windowSize } from "./places";
import { matchToken, type Token } from "./token";

const minMatch = 4;
const maxMatch = 258;
/** With less than this ahead, matches could be cut short, so more input is taken in first. */
const enoughAhead = minMatch + maxMatch;
/** How many earlier places are tried for a match; short ones that lie farther back than this are not worth it. */
const maxTries = 4096;
/** The same when the effort is spent. */
const cheapTries = 8;
const farForShort = 4096;
/** Tokens of one block. */
const blockTokens = 1 << 14;

/** Gets the tokens of a block, and the bytes they stand for; those are missing when they have left the window. */
export type TakeBlock = (tokens: Uint32Array, input: Uint8Array | null) => void;

let places: Places | undefined;

/** Splits input into tokens exactly as Go's `compress/flate` does on its highest level. */
export function tokenize(
  input: Uint8Array,
  effort: Effort,
  takeBlock: TakeBlock,
): void {
  places ??= new Places();
  places.begin(input.length);
  new Matcher(input, places, effort, takeBlock).run();
}

/**
 * Upstream works on a window of 64 KiB that it shifts by half when the end comes near. `#base` is where that
 * window begins and `#end` where it ends: what lies before it can neither be matched nor stored uncompressed.
 */
class Matcher {
  readonly #tokens: Uint32Array;
  #count = 0;
  #blockStart = 0;
  #base = 0;
  #end = 0;
  #index = 0;
  /** The newest place that has the hash of the current one. */
  #head = -1;
  /** The match at the current place; a length below the least says that there is none. */
  #length = minMatch - 1;
  #distance = 0;
  /** Whether the byte before is not in a token yet, because a match may begin there. */
  #pending = false;

  constructor(
    private readonly input: Uint8Array,
    private readonly places: Places,
    private readonly effort: Effort,
    private readonly takeBlock: TakeBlock,
  ) {
    this.#tokens = new Uint32Array(Math.min(blockTokens, input.length));
    this.#end = Math.min(2 * windowSize, input.length);
  }

  run(): void {
    while (this.#index < this.#end) {
      this.#step();
      if (this.#end - this.#index < enoughAhead) this.#moveWindow();
    }
    if (this.#pending) this.#pushByte();
    if (this.#count > 0) this.#flush(this.#index);
  }

  #moveWindow(): void {
    if (this.#end === this.input.length) return;
    this.#base += windowSize;
    this.#end = Math.min(this.#base + 2 * windowSize, this.input.length);
  }

  /** Takes a match only when the next place has no longer one. */
  #step(): void {
    if (this.#canNote(this.#index)) {
      this.#head = this.places.note(this.input, this.#index);
    }
    const length = this.#length;
    const distance = this.#distance;
    this.#findMatch(length);
    if (length >= minMatch && this.#length <= length) {
      this.#takeMatch(length, distance);
      return;
    }
    if (this.#pending) this.#pushByte();
    this.#index++;
    this.#pending = true;
  }

  /** The match began with the byte before. */
  #takeMatch(length: number, distance: number): void {
    const next = this.#index + length - 1;
    this.#push(matchToken(length, distance), next);
    for (let place = this.#index + 1; place < next; place++) {
      if (this.#canNote(place)) this.places.note(this.input, place);
    }
    this.#index = next;
    this.#pending = false;
    this.#length = minMatch - 1;
  }

  #canNote(place: number): boolean {
    return place <= this.#end - minMatch;
  }

  /** Looks for the longest match, the nearest of several, unless the one before cannot be bettered. */
  #findMatch(lengthBefore: number): void {
    this.#length = minMatch - 1;
    this.#distance = 0;
    const ahead = this.#end - this.#index;
    if (ahead <= lengthBefore || lengthBefore >= maxMatch) return;

    const { input, places } = this;
    const index = this.#index;
    const longest = Math.min(maxMatch, ahead);
    const reach = index - windowSize;
    const oldest = Math.max(reach, this.#base);
    let length = this.#length;
    let place = this.#head;
    let steps = 0;
    const most = this.effort.left > 0 ? maxTries : cheapTries;
    for (let tries = most; place >= oldest && tries > 0; tries--) {
      if (input[place + length] === input[index + length]) {
        const found = sameLength(input, place, index, longest);
        steps += found;
        const near = index - place <= farForShort;
        if (found > length && (found > minMatch || near)) {
          length = found;
          this.#distance = index - place;
          if (found >= longest) break;
        }
      }
      // The link of the place farthest back is already that of the current one.
      if (place === reach) break;
      place = places.before(place);
      steps++;
    }
    this.effort.left -= steps;
    this.#length = length;
  }

  #pushByte(): void {
    this.#push(this.input[this.#index - 1]!, this.#index);
  }

  /** `end` is where the input ends that all tokens so far stand for. */
  #push(token: Token, end: number): void {
    this.#tokens[this.#count++] = token;
    if (this.#count === blockTokens) this.#flush(end);
  }

  #flush(end: number): void {
    const kept = this.#blockStart >= this.#base;
    this.takeBlock(
      this.#tokens.subarray(0, this.#count),
      kept ? this.input.subarray(this.#blockStart, end) : null,
    );
    this.#blockStart = end;
    this.#count = 0;
  }
}

function sameLength(
  input: Uint8Array,
  one: number,
  other: number,
  longest: number,
): number {
  let same = 0;
  while (same < longest && input[one + same] === input[other + same]) same++;
  return same;
}
