import { toBase64 } from "@/lib/bytes";

const bytesOnly = /[^\n\t\P{Cc}]/u;

/** Whether a name can stand in a command: a terminal acts on control characters as they are pasted. */
export function isSafeName(text: string): boolean {
  return text !== "" && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}

/** A text as one word of a POSIX shell that expands to itself. */
export function word(text: string): string {
  if (/^[A-Za-z0-9_./:@%+,][A-Za-z0-9_./:@%+,=-]*$/.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The same for an operand, which must not be taken for an option. */
export function operand(text: string): string {
  return text.startsWith("-") ? `-- ${word(text)}` : word(text);
}

/**
 * A command that gets bytes on its standard input. Text stands there as it is, in a here-document that expands
 * nothing; what a terminal or an editor might change on the way is in base64.
 */
export function withInput(command: string, bytes: Uint8Array): string {
  const text = readable(bytes);
  if (text === null)
    return `base64 --decode <<'EOF' | ${command}\n${base64Lines(bytes)}\nEOF`;
  if (!text.endsWith("\n")) return `printf %s ${word(text)} | ${command}`;
  let end = "EOF";
  while (text.split("\n").includes(end)) end += "_";
  return `${command} <<'${end}'\n${text}${end}`;
}

/** The text of bytes, where it survives being copied and pasted. */
export function readable(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", {
      fatal: true,
      ignoreBOM: true,
    }).decode(bytes);
    return bytesOnly.test(text) || /[\p{Cf}\u2028\u2029]/u.test(text)
      ? null
      : text;
  } catch {
    return null;
  }
}

function base64Lines(bytes: Uint8Array): string {
  return (
    toBase64(bytes)
      .match(/.{1,76}/g)
      ?.join("\n") ?? ""
  );
}
