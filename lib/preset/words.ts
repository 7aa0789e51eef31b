/** `1 disk`, `2 disks`. */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

const mostListed = 4;

/** The first few, and how many more there are. */
export function listed(words: readonly string[]): string {
  const shown = words.slice(0, mostListed);
  const more = words.length - shown.length;
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** Characters that change how the text around them looks: controls, direction marks, separators of any kind. */
const treacherous = /[\p{Cc}\p{Cf}\p{Z}]+/gu;

/** Words from elsewhere, on one line, without what would change how the text around them looks, and cut where they are long. */
export function quote(text: string): string {
  const clean = Array.from(text.replace(treacherous, " ").trim());
  return clean.length > 48 ? `${clean.slice(0, 47).join("")}…` : clean.join("");
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
