import { smaller } from "../conformance/shrink";

/** Up to this length, shorter texts are tried by lines and words; above, by large pieces alone. */
const SHORT = 2_000;

/** The shortest text found that still fails, by leaving out ever smaller pieces for as long as one can go. */
export function smallest(
  text: string,
  fails: (text: string) => boolean,
): string {
  let found = text;
  for (let size = Math.ceil(found.length / 2); size > 0; ) {
    const shorter = firstWithout(found, size, fails);
    if (shorter === undefined) size = size > 1 ? Math.ceil(size / 2) : 0;
    else found = shorter;
    if (size > found.length) size = Math.ceil(found.length / 2);
  }
  for (let next: string | undefined = found; next !== undefined; ) {
    found = next;
    next = found.length > SHORT ? undefined : smaller(found).find(fails);
  }
  return found;
}

function firstWithout(
  text: string,
  size: number,
  fails: (text: string) => boolean,
): string | undefined {
  // Where a text is long, its letters are too many to be tried one by one.
  if (text.length / size > SHORT) return undefined;
  for (let at = 0; at < text.length; at += size) {
    const shorter = text.slice(0, at) + text.slice(at + size);
    if (fails(shorter)) return shorter;
  }
  return undefined;
}
