/** What yaml.v3 takes for the end of a line. */
export const BREAK = "\\r\\n\\u0085\\u2028\\u2029";

const oneBreak = new RegExp(`[${BREAK}]`);

/** Whether a character is one of those; false for none, so that nobody has to ask for the ends of a text first. */
export function isBreak(character: string | undefined): boolean {
  return character !== undefined && oneBreak.test(character);
}

const printable = /[\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u;

/** Whether a character may stand as it is; a byte order mark and all of the higher planes may not. */
export function isPrintable(character: string): boolean {
  return printable.test(character);
}
