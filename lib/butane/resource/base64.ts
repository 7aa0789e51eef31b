/** Standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  // `apply` puts every byte on the stack, so long inputs go in pieces.
  for (let start = 0; start < bytes.length; start += 8192) {
    const piece = bytes.subarray(start, start + 8192);
    binary += String.fromCharCode.apply(null, piece as unknown as number[]);
  }
  return btoa(binary);
}

/** Whether a text is standard base64 with padding. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

/** The bytes behind a text for which `isBase64` holds. */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) {
    bytes[index] = binary.charCodeAt(index);
  }
  return bytes;
}
