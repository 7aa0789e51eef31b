const INT64_MAX = 2n ** 63n - 1n;
const IDENTIFIER = /^(?:[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/**
 * Reads a spec version as Butane reads it, and writes it the plain way: `01.1.0-` is `1.1.0`. Nothing comes back for what
 * is no semantic version, such as `1.1`.
 */
export function parseVersion(text: string): string | undefined {
  const [beforeMetadata, metadata] = cut(text, "+");
  const [numbers, preRelease] = cut(beforeMetadata, "-");
  if (!IDENTIFIER.test(metadata) || !IDENTIFIER.test(preRelease)) return;
  const parts = numbers.split(".");
  if (parts.length !== 3 || !parts.every(isInt64)) return;
  const plain = parts.map((part) => BigInt(part)).join(".");
  const suffix = preRelease && `-${preRelease}`;
  return plain + suffix + (metadata && `+${metadata}`);
}

function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function isInt64(text: string): boolean {
  return /^[0-9]+$/.test(text) && BigInt(text) <= INT64_MAX;
}
