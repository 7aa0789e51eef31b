/** Characters that change how the text around them looks: controls, direction marks, separators of any kind. */
const treacherous = /[\p{Cc}\p{Cf}\p{Z}]+/gu;

/** Somebody else's words within a sentence of ours: one line, of a length that can be read. */
export function quote(text: string, longest = 64): string {
  const clean = Array.from(text.replace(treacherous, " ").trim());
  return clean.length > longest
    ? `${clean.slice(0, longest - 1).join("")}…`
    : clean.join("");
}

export function count(
  number: number,
  word: string,
  words = `${word}s`,
): string {
  return `${number === 1 ? "one" : number} ${number === 1 ? word : words}`;
}

export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** `a → b`; `none` stands for what is empty. */
export function arrow(before: string, after: string, none = "none"): string {
  return `${quote(before) || none} → ${quote(after) || none}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Permission bits as people write them. */
export function octal(mode: number | bigint): string {
  return `0${mode.toString(8).padStart(3, "0")}`;
}
