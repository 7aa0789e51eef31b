import { JsonSyntaxError } from "./syntax-error";

const space = /[ \t\r\n]*/y;
const plain = /[^"\\\u0000-\u001f]*/y; // eslint-disable-line no-control-regex -- JSON forbids them in strings
const exponent = /[eE][+-]?/y;
const words = { t: "true", f: "false", n: "null" } as const;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Steps through JSON text one lexical element at a time. */
export class JsonScanner {
  offset = 0;
  /** How many values were begun. */
  values = 0;

  constructor(readonly text: string) {}

  get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  /** The next character; empty at the end. */
  get next(): string {
    return this.text.charAt(this.offset);
  }

  /** Gives up at the next character. */
  fail(): never {
    throw new JsonSyntaxError(Math.min(this.offset + 1, this.text.length));
  }

  /** There are more values than we read. */
  giveUp(): never {
    throw new JsonSyntaxError(this.offset, "too-many-values");
  }

  step(): void {
    this.offset += 1;
  }

  take(character: string): void {
    if (this.next !== character) this.fail();
    this.offset += 1;
  }

  skipSpace(): void {
    this.#match(space);
  }

  takeWord(): string {
    const word = words[this.next as keyof typeof words];
    for (const character of word) this.take(character);
    return word;
  }

  takeNumber(): string {
    const start = this.offset;
    if (this.next === "-") this.step();
    if (this.next === "0") this.step();
    else this.#takeDigits();
    if (this.next === ".") {
      this.step();
      this.#takeDigits();
    }
    if (this.#match(exponent)) this.#takeDigits();
    return this.text.slice(start, this.offset);
  }

  takeString(): string {
    this.take('"');
    let value = "";
    for (;;) {
      value += this.#match(plain);
      if (this.next === '"') break;
      // A control character, or the end.
      if (this.next !== "\\") this.fail();
      this.step();
      value += this.#takeEscape();
    }
    this.step();
    return value;
  }

  #takeEscape(): string {
    if (this.next !== "u") {
      const meant = escapes[this.next];
      if (meant === undefined) this.fail();
      this.step();
      return meant;
    }
    this.step();
    let code = 0;
    for (let digit = 0; digit < 4; digit++) {
      if (!/^[0-9a-fA-F]$/.test(this.next)) this.fail();
      code = 16 * code + parseInt(this.next, 16);
      this.step();
    }
    return String.fromCharCode(code);
  }

  #takeDigits(): void {
    if (!isDigit(this.next)) this.fail();
    while (isDigit(this.next)) this.step();
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.offset += found.length;
    return found;
  }
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}
