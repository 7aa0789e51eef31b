/**
 * The order that yaml.v3 writes keys in: letters by their code, letters after other characters, and runs of digits by
 * their number, so that `a2` comes before `a10`.
 */
export function compareKeys(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  const at = a.findIndex((one, index) => one !== b[index]);
  if (at < 0 || at >= b.length) return a.length - b.length;
  return compareAt(a, b, at);
}

function compareAt(a: readonly string[], b: readonly string[], at: number) {
  const [left, right] = [a[at] ?? "", b[at] ?? ""];
  const afterDigit = isDigit(a[at - 1]);
  const [isLeft, isRight] = [isLetter(left), isLetter(right)];
  if (isLeft && isRight) return compareCodes(left, right);
  if (isLeft || isRight) return isLeft === afterDigit ? -1 : 1;

  const leading = (left === "0" || right === "0") && hasNumberBefore(a, at);
  const [numberA, endA] = numberFrom(a, at, leading);
  const [numberB, endB] = numberFrom(b, at, leading);
  if (numberA !== numberB) return numberA < numberB ? -1 : 1;
  return endA - endB || compareCodes(left, right);
}

/** Whether a zero at this place belongs to a number that began before it. */
function hasNumberBefore(text: readonly string[], at: number): boolean {
  for (let index = at - 1; isDigit(text[index]); index--) {
    if (text[index] !== "0") return true;
  }
  return false;
}

/** The number that the digits from a place on spell, in the 64 bits that Go has for it, and where they end. */
function numberFrom(
  text: readonly string[],
  at: number,
  leading: boolean,
): [bigint, number] {
  let value = leading ? 1n : 0n;
  let end = at;
  for (; isDigit(text[end]); end++) {
    const digit = BigInt(codeOf(text[end]) - 0x30);
    value = BigInt.asIntN(64, value * 10n + digit);
  }
  return [value, end];
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /^\p{Nd}$/u.test(character);
}

function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character);
}

function compareCodes(left: string, right: string): number {
  return codeOf(left) - codeOf(right);
}

function codeOf(character = ""): number {
  return character.codePointAt(0) ?? 0;
}
