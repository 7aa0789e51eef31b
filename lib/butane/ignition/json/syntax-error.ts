/** Where a text stops being JSON: the offset after the character that does not fit, or the text's length. */
export class JsonSyntaxError extends Error {
  constructor(readonly offset: number) {
    super(`no JSON at offset ${offset}`);
  }
}
