/** Numbers as bytes; ISO 9660 writes most of them in both orders, the smallest byte first and then the largest. */
export const little16 = (value: number): number[] => [value & 255, value >>> 8];

export const little32 = (value: number): number[] => [
  ...little16(value & 0xffff),
  ...little16(value >>> 16),
];

const both = (little: number[]) => [...little, ...little.slice().reverse()];

export const both16 = (value: number): number[] => both(little16(value));
export const both32 = (value: number): number[] => both(little32(value));
