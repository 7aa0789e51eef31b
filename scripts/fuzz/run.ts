import { slowness } from "@/lib/butane/testing/cpu-time";
import { fuzzInput } from "./inputs";
import { ours, probe, type Input, type Subject, type Trouble } from "./probe";
import { smallest } from "./smallest";

interface Wish {
  readonly seed: number;
  /** Stops after this long, or after `count` inputs. */
  readonly seconds?: number;
  readonly count?: number;
  /** How long an input may get, more or less, in characters. */
  readonly most?: number;
  readonly subject?: Subject;
}

export interface Failure {
  readonly id: string;
  readonly trouble: Trouble;
  /** The input, as small as it gets. */
  readonly text: string;
}

/** Throws inputs at the library until the time is over. The smallest failure comes first. */
export function fuzz({
  seed,
  seconds = Infinity,
  count = Infinity,
  most = 5_000_000,
  subject = ours,
}: Wish): { readonly tried: number; readonly failures: Failure[] } {
  const end = performance.now() + seconds * 1000;
  const bound = 1000 * slowness();
  const failures: Failure[] = [];
  let tried = 0;
  for (; tried < count && performance.now() < end; tried++) {
    // Most inputs are short, so that there are many of them.
    const length = Math.max(20, most / 10 ** (tried % 5));
    const input = fuzzInput(seed, tried, length);
    const trouble = probe(input, bound, subject);
    if (trouble) failures.push(shrink(input, trouble, bound, subject));
  }
  failures.sort((one, other) => one.text.length - other.text.length);
  return { tried, failures };
}

function shrink(
  input: Input,
  trouble: Trouble,
  bound: number,
  subject: Subject,
): Failure {
  const fails = (text: string) =>
    probe({ ...input, text }, bound, subject) === trouble;
  const text = smallest(input.text, fails);
  return { id: input.id, trouble, text };
}
