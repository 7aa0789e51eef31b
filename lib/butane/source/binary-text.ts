const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Where the bytes that are no UTF-8 go: 0x80 to 0xFF become the halves of surrogate pairs U+DC80 to U+DCFF. */
const ESCAPE = 0xdc00;
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/**
 * Puts bytes into a string so that none is lost: valid UTF-8 becomes text, and each byte that is not part of any becomes
 * a lone surrogate, which no YAML text can contain. `textToBytes` gives the bytes back.
 */
export function bytesToText(bytes: Uint8Array): string {
  try {
    return STRICT.decode(bytes);
  } catch {
    const pieces: string[] = [];
    let valid = 0;
    for (let at = 0; at < bytes.length; ) {
      const width = sequenceWidth(bytes, at);
      at += width;
      if (width > 0) continue;
      pieces.push(STRICT.decode(bytes.subarray(valid, at)));
      pieces.push(String.fromCharCode(ESCAPE + (bytes[at] ?? 0)));
      valid = ++at;
    }
    pieces.push(STRICT.decode(bytes.subarray(valid)));
    return pieces.join("");
  }
}

/** The bytes of a string that was decoded from YAML: UTF-8, and what `!!binary` brought in as it was. */
export function textToBytes(text: string): Uint8Array {
  const encoder = new TextEncoder();
  if (!LONE_SURROGATE.test(text)) return encoder.encode(text);
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= ESCAPE + 0x80 && code <= ESCAPE + 0xff) {
      bytes[length++] = code - ESCAPE;
    } else {
      length += encoder.encodeInto(character, bytes.subarray(length)).written;
    }
  }
  return bytes.slice(0, length);
}

/** The text as Go writes it where only Unicode may stand, as in JSON: U+FFFD for each byte that is none. */
export function visibleText(text: string): string {
  if (!LONE_SURROGATE.test(text)) return text;
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd");
}

/** How many bytes the character at `at` takes; 0 where there is none. */
function sequenceWidth(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (first < 0xc2 || first > 0xf4 || !follows(second)) return 0;
  if (first < 0xe0) return 2;
  // Overlong forms, surrogates and what lies above Unicode show in the second byte.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (!follows(bytes[at + 2])) return 0;
  if (first < 0xf0) return 3;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return follows(bytes[at + 3]) ? 4 : 0;
}

function follows(byte = 0): boolean {
  return byte >> 6 === 2;
}
