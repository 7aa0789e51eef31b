/** Numbers as bytes; ISO 9660 writes most of them in both orders, the smallest byte first and then the largest. */
export const little16 = (value: number): number[] => [value & 255, value >>> 8];

/** Four bytes, the smallest first: for a number below 2^32. */
export const little32 = (value: number): number[] => [
  ...little16(value & 0xffff),
  ...little16(value >>> 16),
];

const both = (little: number[]) => [...little, ...little.slice().reverse()];

/** Four bytes, a 16-bit number in both orders (ECMA-119, section 7.2.3). */
export const both16 = (value: number): number[] => both(little16(value));
/** Eight bytes, a 32-bit number in both orders (ECMA-119, section 7.3.3). */
export const both32 = (value: number): number[] => both(little32(value));
