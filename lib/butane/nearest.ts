/** The word that somebody most likely meant, if one is near enough: a slip or two, or another way of writing it. */
export function nearest(
  word: string,
  words: readonly string[],
): string | undefined {
  const plain = simple(word);
  const same = words.find((one) => simple(one) === plain);
  if (same !== undefined) return same;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const one of words) {
    const distance = slips(plain, simple(one));
    if (distance < least) [best, least] = [one, distance];
  }
  return best;
}

/** `sshAuthorizedKeys`, `ssh-authorized-keys` and `ssh_authorized_keys` are one word. */
const simple = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, "");

/** How many letters are to be added, taken away, changed or swapped with their neighbour. */
function slips(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 8) return Infinity;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const differs = one[at - 1] === other[to - 1] ? 0 : 1;
      let least = Math.min(
        row[to]! + 1,
        next[to - 1]! + 1,
        row[to - 1]! + differs,
      );
      const swapped =
        at > 1 &&
        to > 1 &&
        one[at - 1] === other[to - 2] &&
        one[at - 2] === other[to - 1];
      if (swapped) least = Math.min(least, before[to - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[other.length]!;
}
