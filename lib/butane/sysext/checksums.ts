/** A file and its hash, as a list of checksums has them. */
export interface Checksum {
  /** Name of the file, without a leading `./`. */
  readonly name: string;
  /** As Ignition takes it: `sha256-<64 hex>` or `sha512-<128 hex>`. */
  readonly hash: string;
  /** Line of the list, counted from 1. */
  readonly line: number;
}

/** What a text says when it is read as a list of checksums. */
export interface Checksums {
  readonly sums: readonly Checksum[];
  /** Lines that are none, at most ten of them. */
  readonly strange: readonly { readonly line: number; readonly text: string }[];
  /** Whether the last line has no end, as in a file that did not arrive whole. */
  readonly cut: boolean;
}

const coreutils = /^([0-9a-fA-F]{64}|[0-9a-fA-F]{128}) [ *](\S.*)$/;
const tagged = /^SHA(?:256|512) \((.+)\) = ([0-9a-fA-F]{64}|[0-9a-fA-F]{128})$/;

/**
 * Reads what `sha256sum` and `sha512sum` print, with `--tag` as well: the format of the bakery's `SHA256SUMS`. Empty
 * lines, a byte order mark and Windows line ends are no matter. Never throws; what is no checksum stands in `strange`.
 */
export function readChecksums(text: string): Checksums {
  const sums: Checksum[] = [];
  const strange: { line: number; text: string }[] = [];
  text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .forEach((raw, index) => {
      const line = raw.trimEnd();
      if (line === "") return;
      const sum = checksumIn(line, index + 1);
      if (sum) sums.push(sum);
      else if (strange.length < 10)
        strange.push({ line: index + 1, text: line.slice(0, 80) });
    });
  return { sums, strange, cut: text !== "" && !text.endsWith("\n") };
}

function checksumIn(line: string, at: number): Checksum | null {
  const [, first, path] = coreutils.exec(line) ?? [];
  const [, named, last] = tagged.exec(line) ?? [];
  const hex = (first ?? last)?.toLowerCase();
  const name = (path ?? named)?.replace(/^(?:\.\/)+/, "");
  if (!hex || !name) return null;
  return { name, hash: `sha${hex.length === 64 ? 256 : 512}-${hex}`, line: at };
}
