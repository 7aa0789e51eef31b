import { toBase64 } from "@/lib/bytes";

/**
 * Hashes and keys are random: as text they cost a link twice the bytes they stand for. `extract` takes them out of a
 * JSON text and leaves a control character in their place, which JSON never contains unescaped.
 */
export interface Extracted {
  readonly text: string;
  /** The raw bytes, in the order of their places. */
  readonly bytes: Uint8Array;
}

interface Kind {
  /** Stands for the value in the text. Part of the released format: never reassign one. */
  readonly mark: string;
  readonly pattern: string;
  /** The bytes of a match, or null where `write` would not give the same text again. */
  read(match: string): Uint8Array | null;
  write(bytes: Uint8Array): string;
  /** Number of bytes, where it is always the same; otherwise it follows the mark. */
  readonly size?: number;
}

const ed25519Prefix = "ssh-ed25519 ";
/** What every ed25519 key begins with: its type and the length of what follows. */
const ed25519Head = fromBase64("AAAAC3NzaC1lZDI1NTE5AAAAIAAA").subarray(0, 19);

const kinds: readonly Kind[] = [
  hexKind("\u0001", "sha256-", 32),
  hexKind("\u0002", "sha512-", 64),
  {
    mark: "\u0003",
    pattern: `${ed25519Prefix}AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43}(?![A-Za-z0-9+/=])`,
    size: 32,
    read: (match) => fromBase64(match.slice(ed25519Prefix.length)).subarray(19),
    write: (bytes) =>
      ed25519Prefix + toBase64(Uint8Array.from([...ed25519Head, ...bytes])),
  },
  hexKind("\u0004", "", 32),
  {
    mark: "\u0005",
    pattern: "AAAA[A-Za-z0-9+/]{28,}={0,2}",
    read: (match) => (match.length % 4 === 0 ? fromBase64(match) : null),
    write: toBase64,
  },
];

const anyKind = new RegExp(
  kinds.map(({ pattern }) => `(${pattern})`).join("|"),
  "g",
);
const kindByMark = new Map(kinds.map((kind) => [kind.mark, kind]));

/** Takes hashes and public keys out of a JSON text. */
export function extract(json: string): Extracted {
  const taken: Uint8Array[] = [];
  const text = json.replace(anyKind, (match: string, ...groups: unknown[]) => {
    const kind = kinds[groups.findIndex((group) => group !== undefined)]!;
    const bytes = kind.read(match);
    // Base64 has more than one spelling of the same bytes; only the usual one may be taken out.
    if (!bytes || kind.write(bytes) !== match) return match;
    taken.push(bytes);
    return kind.size === undefined ? `${kind.mark}${bytes.length};` : kind.mark;
  });
  return { text, bytes: concat(taken) };
}

/** Puts them back; null where places and bytes do not agree. */
export function restore({ text, bytes }: Extracted): string | null {
  let at = 0;
  const json = text.replace(
    // eslint-disable-next-line no-control-regex -- these are the marks
    /[\u0001-\u0004]|\u0005(\d{1,6});/g,
    (mark: string, length: string | undefined) => {
      const kind = kindByMark.get(mark[0]!)!;
      const size = kind.size ?? Number(length);
      const value = bytes.subarray(at, at + size);
      at += size;
      return value.length === size ? kind.write(value) : "";
    },
  );
  return at === bytes.length ? json : null;
}

function hexKind(mark: string, prefix: string, size: number): Kind {
  return {
    mark,
    pattern: `${prefix}(?<![0-9a-f])[0-9a-f]{${2 * size}}(?![0-9a-f])`,
    size,
    read: (match) => fromHex(match.slice(prefix.length)),
    write: (bytes) => prefix + toHex(bytes),
  };
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
