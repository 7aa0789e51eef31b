import { quote as quoted } from "@/lib/words";

/** `1 disk`, `2 disks`. */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

const mostListed = 4;

/** The first few, and how many more there are. */
export function firstFew(words: readonly string[]): string {
  const shown = words.slice(0, mostListed);
  const more = words.length - shown.length;
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** Words from elsewhere, on one line that many of them are read on. */
export function quote(text: string): string {
  return quoted(text, 48);
}

/** The host of an address; what is none comes back as it is, without a login that may stand before it. */
export function hostOf(address: string): string {
  // What has no scheme, such as proxy:3128, may be read as one without a host.
  const host = URL.canParse(address) ? new URL(address).host : "";
  return quote(host || address.replace(/^.*@/s, ""));
}

/** How many values are filled in. */
export function filledIn(values: object): number {
  return Object.values(values).filter((value) => value !== "").length;
}
