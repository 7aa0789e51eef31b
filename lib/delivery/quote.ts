// Control characters have no place in a node's name, and a terminal would act on them as they are pasted.
const controls = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** The text as one word of a POSIX shell that expands to itself and is no option. */
export function shellWord(text: string): string {
  const word = text.replace(controls, "").replace(/^-+/, "");
  if (/^[A-Za-z0-9_./:@%+,-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** The text as a part of a file name: no separators, no leading dot, nothing a tool would split at. */
export function fileWord(text: string): string {
  const word = text
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  return word || "node";
}
