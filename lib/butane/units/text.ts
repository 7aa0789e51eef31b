/** What Go and systemd's readers take for white space; JavaScript's `trim` also takes U+FEFF and leaves U+0085. */
const space =
  "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const around = new RegExp(`^${space}+|${space}+$`, "g");
const only = new RegExp(`^${space}*$`);

/** A text without white space at its ends, as Go's `strings.TrimSpace` leaves it. */
export function trimSpace(text: string): string {
  return text.replace(around, "");
}

/** Whether a text is white space alone; an empty one is. */
export function isBlank(text: string): boolean {
  return only.test(text);
}
