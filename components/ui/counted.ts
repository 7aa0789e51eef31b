const format = new Intl.NumberFormat("en");

/** A number with its thousands apart: `16,384`. Making the formatter takes far longer than using it. */
export const counted = (value: number): string => format.format(value);
