/** A version as Ignition compares it: three numbers, then text that has to be equal. */
export interface Version {
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly preRelease: string;
  readonly metadata: string;
}

const largest = 2n ** 63n - 1n;
const identifier = /^(?:[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/** Reads `3.4.0` or `3.7.0-experimental`; nothing where the text is no version. Leading zeros are let pass. */
export function parseVersion(text: string): Version | undefined {
  const [release, metadata] = cut(text, "+");
  const [triple, preRelease] = cut(release, "-");
  const parts = triple.split(".");
  if (parts.length !== 3 || !parts.every((part) => /^[0-9]+$/.test(part))) {
    return undefined;
  }
  const numbers = parts.map(BigInt) as [bigint, bigint, bigint];
  if (numbers.some((number) => number > largest)) return undefined;
  if (!identifier.test(preRelease) || !identifier.test(metadata)) {
    return undefined;
  }
  return { numbers, preRelease, metadata };
}

/** Whether two texts name one version. */
export function equalVersions(one: string, other: string): boolean {
  const [a, b] = [parseVersion(one), parseVersion(other)];
  return a !== undefined && b !== undefined && sameVersion(a, b);
}

function sameVersion(one: Version, other: Version): boolean {
  return (
    one.numbers.every((number, index) => number === other.numbers[index]) &&
    one.preRelease === other.preRelease &&
    one.metadata === other.metadata
  );
}

function cut(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator);
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
}
