/**
 * Writes a whole number as Go's yaml.v3 does after a trip through JSON, which leaves only floating-point numbers: as an
 * exponent from a million on.
 *
 * @example
 * printNumber(420); // "420"
 * printNumber(12_500_000); // "1.25e+07"
 */
export function printNumber(value: number): string {
  const [digits, power] = value.toExponential().split("e+");
  if (Number(power) < 6) return String(value);
  return `${digits}e+${power?.padStart(2, "0")}`;
}
