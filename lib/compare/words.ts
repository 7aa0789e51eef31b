import { quote } from "@/lib/words";

/** `one key`, `2 keys`; `words` is the plural of a word that takes more than an s. */
export function count(
  number: number,
  word: string,
  words = `${word}s`,
): string {
  return `${number === 1 ? "one" : number} ${number === 1 ? word : words}`;
}

/** `a → b`; `none` stands for what is empty. */
export function arrow(before: string, after: string, none = "none"): string {
  return `${quote(before) || none} → ${quote(after) || none}`;
}

/** The text with its first letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Permission bits as people write them. */
export function octal(mode: number | bigint): string {
  return `0${mode.toString(8).padStart(3, "0")}`;
}
