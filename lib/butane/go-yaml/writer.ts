/**
 * Takes a YAML text piece by piece and knows where it stands.
 *
 * Whether a line has to be ended, and whether a space is due, follows from three things, as in yaml.v3; that decides a
 * few odd cases (texts that begin with an empty line, separators within a line) the way it does there.
 */
export class Writer {
  readonly #pieces: string[] = [];
  #column = 0;
  /** Nothing but space since the last indicator that wants one after it. */
  #spaced = true;
  /** Nothing but indentation and indicators on this line. */
  #indented = true;

  /** Text as it is. */
  put(text: string): void {
    this.#pieces.push(text);
    this.#column += text.length;
  }

  /** Text that takes the place of what could still be indentation. */
  putContent(text: string): void {
    this.put(text);
    this.#indented = false;
  }

  /** The end of a line, or a character that counts as one. */
  endLine(character = "\n"): void {
    this.#pieces.push(character);
    this.#column = 0;
    this.#indented = true;
  }

  /** Goes to a column, on a new line where this one is taken. */
  indent(column: number): void {
    const taken =
      !this.#indented ||
      this.#column > column ||
      (this.#column === column && !this.#spaced);
    if (taken) this.endLine();
    if (this.#column < column) this.put(" ".repeat(column - this.#column));
    this.#spaced = true;
  }

  /** A sign of the grammar, with a space before it unless there is one. */
  indicator(sign: string, keepsIndentation = false): void {
    this.space();
    this.attach(sign, keepsIndentation);
  }

  /** A sign right behind what stands there. */
  attach(sign: string, keepsIndentation = false): void {
    this.put(sign);
    this.#spaced = false;
    this.#indented &&= keepsIndentation;
  }

  space(): void {
    if (!this.#spaced) this.put(" ");
  }

  /** Whatever comes next needs no space before it. */
  markSpaced(): void {
    this.#spaced = true;
  }

  toString(): string {
    return this.#pieces.join("");
  }
}
