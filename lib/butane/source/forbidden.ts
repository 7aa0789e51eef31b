import { SyntaxProblem } from "./syntax-problem";

/** Everything that YAML 1.1 does not let stand in a text, and halves of surrogate pairs, which no file can hold. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]/u;

export interface Forbidden {
  readonly problem: SyntaxProblem;
  /** Upstream notices the character as soon as it reads anything from here on. */
  readonly readFrom: number;
}

/**
 * Finds the first character that must not be there.
 *
 * Upstream reads 512 bytes at a time and checks them as it reads, so a bad character in a later document that it never
 * comes to is not noticed.
 */
export function findForbidden(text: string): Forbidden | undefined {
  const at = text.search(FORBIDDEN);
  if (at < 0) return undefined;
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  const reason = `the character U+${code} is not allowed in YAML`;
  const problem = new SyntaxProblem(at, at + 1, reason);
  return { problem, readFrom: chunkStart(text, at) };
}

const CHUNK = 512;

/** The chunks begin at whole characters: the bytes of one that does not fit go with the next chunk. */
function chunkStart(text: string, until: number): number {
  let start = 0;
  let bytes = 0;
  for (let at = 0; at <= until; ) {
    const code = text.codePointAt(at) ?? 0;
    const width = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    bytes += width;
    if (bytes > CHUNK) {
      start = at;
      bytes = width;
    }
    at += width === 4 ? 2 : 1;
  }
  return start;
}
