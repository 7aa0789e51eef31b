/** 16384 as `16,384`, the same in every place and language of a browser. */
export function counted(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Characters that change how the text around them looks: controls, direction marks, separators of any kind. */
const treacherous = /[\p{Cc}\p{Cf}\p{Z}]+/gu;

/** Somebody else's words within a sentence of ours: one line, of a length that can be read. */
export function quote(text: string, longest = 64): string {
  const clean = Array.from(text.replace(treacherous, " ").trim());
  return clean.length > longest
    ? `${clean.slice(0, longest - 1).join("")}…`
    : clean.join("");
}

/** What is told of a part of the page that is fetched when it is needed, and did not come. */
export function notLoaded(what = "This part of Kindling"): {
  readonly sentence: string;
  readonly why: string;
} {
  return {
    sentence: `${what} did not load.`,
    why: "The network may be away. Where the server has a newer Kindling by now, load the page again: the draft is kept.",
  };
}
