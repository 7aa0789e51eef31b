/**
 * What compressed data is made of: a byte as it is (0 to 255), or a match with text that came before, packed
 * into one number.
 */
export type Token = number;

export const minLength = 3;
const matchFlag = 1 << 23;

/**
 * A match of 3 to 258 bytes that came 1 to 32768 bytes before, the bounds of RFC 1951; what is beyond them is not
 * refused.
 */
export function matchToken(length: number, distance: number): Token {
  return matchFlag | ((length - minLength) << 15) | (distance - 1);
}

/** Whether a token is a match, and not a byte as it is. */
export function isMatch(token: Token): boolean {
  return token >= matchFlag;
}

/** Length of a match above the least, 0 to 255. */
export function lengthOf(token: Token): number {
  return (token >> 15) & 0xff;
}

/** Distance of a match less one, 0 to 32767. */
export function distanceOf(token: Token): number {
  return token & 0x7fff;
}

/** Which of the 29 codes stands for a length; the largest length has one of its own. */
export function lengthCode(length: number): number {
  if (length < 8) return length;
  if (length === 255) return 28;
  const top = 31 - Math.clz32(length);
  return 4 * (top - 1) + ((length >> (top - 2)) & 3);
}

/** Which of the 30 codes stands for a distance. */
export function distanceCode(distance: number): number {
  if (distance < 4) return distance;
  const top = 31 - Math.clz32(distance);
  return 2 * top + ((distance >> (top - 1)) & 1);
}

/** Number of low bits that follow a length's code as they are. */
export function lengthExtraBits(code: number): number {
  return code < 8 || code === 28 ? 0 : (code >> 2) - 1;
}

/** The same for a distance's code; the table of both is in RFC 1951, section 3.2.5. */
export function distanceExtraBits(code: number): number {
  return code < 4 ? 0 : (code >> 1) - 1;
}
