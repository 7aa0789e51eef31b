/**
 * Where a text stops being JSON: the offset after the character that does not fit, or the text's length. Or where it
 * has become too much.
 */
export class JsonSyntaxError extends Error {
  constructor(
    readonly offset: number,
    readonly code: "json-syntax" | "too-many-values" = "json-syntax",
  ) {
    super(`${code} at offset ${offset}`);
  }
}
