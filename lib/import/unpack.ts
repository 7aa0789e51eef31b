import { gunzip, isGzip } from "@/lib/butane";
import { fail, ok, type Result } from "@/lib/result";
import { detect } from "./detect";
import { bytesOfBase64, readableText } from "./text";

/** Packed in packed in packed: more than any tool makes. */
const DEEPEST = 3;

/** The text in bytes, which may be gzip or base64 of it; or a sentence that says why there is none. */
export function unpack(bytes: Uint8Array, depth = 0): Result<string, string> {
  if (isGzip(bytes)) {
    const inner = depth < DEEPEST ? gunzip(bytes) : undefined;
    return inner
      ? unpack(inner, depth + 1)
      : fail("This is gzip, but damaged or larger than any config.");
  }
  const text = textOf(bytes);
  if (text === null) return fail("This is no text in UTF-8 or UTF-16.");
  return ok(insideBase64(text, depth) ?? text);
}

/** A byte order mark says that a text is UTF-16, as some editors on Windows save it. */
function textOf(bytes: Uint8Array): string | null {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = { 0xfffe: "utf-16le", 0xfeff: "utf-16be" }[mark];
  if (!encoding) return readableText(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text behind base64, if that is what a text is and something we know is behind it. */
export function insideBase64(text: string, depth = 0): string | null {
  const bare = text.trim();
  if (depth >= DEEPEST || bare.length < 16) return null;
  const bytes = bytesOfBase64(bare);
  const inner = bytes && unpack(bytes, depth + 1);
  return inner?.ok && detect(inner.value).is !== "unknown" ? inner.value : null;
}
