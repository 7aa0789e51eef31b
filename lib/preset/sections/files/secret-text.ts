import { modeNumber } from "./plain";

const marks =
  /-----BEGIN [A-Z ]*PRIVATE KEY|(?:passwo?r?d|passphrase|secret|token|api[_-]?key|private[_-]?key|preshared[_-]?key|psk)["']?\s*[=:]\s*[^\s$%{]/i;

/** Whether a text looks like one that must not be seen by others. */
export function looksSecret(text: string): boolean {
  return marks.test(text);
}

/** Whether a file of a document is taken for a secret: others may not read it, and it looks like one. */
export function isSecretFile(mode: string, text: string): boolean {
  const bits = modeNumber(mode);
  return bits !== undefined && (bits & 0o007) === 0 && looksSecret(text);
}
