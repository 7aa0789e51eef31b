const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const unreadable =
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The text of bytes; null where they are none that a person reads. */
export function readableText(bytes: Uint8Array): string | null {
  try {
    const text = decoder.decode(bytes);
    return unreadable.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** The bytes behind base64, which may be broken into lines and lack its padding; null where it is none. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const bare = text.replace(/\s+/g, "").replace(/={1,2}$/, "");
  if (!/^[A-Za-z0-9+/]*$/.test(bare) || bare.length % 4 === 1) return null;
  const binary = atob(bare);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
