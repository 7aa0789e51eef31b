/** A line of a table. `null` is a cell with nothing in it; `""` was written as `""`, and is empty on purpose. */
export interface DelimitedRow {
  /** Line of the text that the row begins in, counted from 1. */
  readonly line: number;
  readonly cells: readonly (string | null)[];
}

export interface DelimitedFault {
  readonly line: number;
  readonly sentence: string;
}

type Separator = "," | ";" | "\t" | "|";

export interface Delimited {
  readonly separator: Separator;
  readonly rows: readonly DelimitedRow[];
  readonly faults: readonly DelimitedFault[];
}

/**
 * Reads CSV as RFC 4180 has it and as spreadsheets write it: a comma, a semicolon or a tab between cells, whichever the first line has
 * most of, or the one that a line `sep=;` in front of all names; any line ends; a byte order mark; quotes around a cell that has a separator, a quote (written twice) or a line end in it.
 * Blanks around an unquoted cell are dropped, and so are lines without any text. Never throws; what cannot be meant is a fault.
 */
export function readDelimited(given: string): Delimited {
  const text = given.replace(/^\ufeff/, "");
  const [line = "", sign] = separatorLine.exec(text) ?? [];
  const body = text.slice(line.length);
  const separator = isSeparator(sign) ? sign : separatorOf(body);
  const { rows, faults } = new Reader(text, separator, line.length).read();
  return {
    separator,
    rows,
    faults: sign && !isSeparator(sign) ? [notRead(sign), ...faults] : faults,
  };
}

/** How Excel is told the separator; saved again, such a line has one for every further column. */
const separatorLine = /^"?sep=([^\r\n])\1*"?(?=[\r\n]|$)/i;

function isSeparator(sign: string | undefined): sign is Separator {
  return sign !== undefined && ",;\t|".includes(sign);
}

function notRead(sign: string): DelimitedFault {
  return {
    line: 1,
    sentence: `The first line says that ${JSON.stringify(sign)} is between cells: a comma, a semicolon, a tab or | can be.`,
  };
}

/** Counted in the first line with text, outside of quotes; a tab is never a part of a heading. */
function separatorOf(text: string): Separator {
  const [line = ""] = /^[^\n\r]*\S[^\n\r]*/m.exec(text) ?? [];
  const bare = line.replace(/"[^"]*"?/g, "");
  const count = (sign: string) => bare.split(sign).length - 1;
  if (count("\t") > 0) return "\t";
  return count(";") > count(",") ? ";" : ",";
}

class Reader {
  private line = 1;
  private readonly rows: DelimitedRow[] = [];
  private readonly faults: DelimitedFault[] = [];

  constructor(
    private readonly text: string,
    private readonly separator: string,
    private at: number,
  ) {}

  read(): Pick<Delimited, "rows" | "faults"> {
    while (this.at < this.text.length) this.row();
    return { rows: this.rows, faults: this.faults };
  }

  private row(): void {
    const { line } = this;
    const cells: (string | null)[] = [];
    do cells.push(this.cell());
    while (this.takes(this.separator));
    this.lineEnd();
    if (cells.some((cell) => cell !== null)) this.rows.push({ line, cells });
  }

  private cell(): string | null {
    this.skipBlanks();
    if (this.text[this.at] === '"') return this.quoted();
    const cell = this.rest().trim();
    return cell === "" ? null : cell;
  }

  /** Up to the end of the cell. */
  private rest(): string {
    const from = this.at;
    while (this.at < this.text.length && !this.ends()) this.at++;
    return this.text.slice(from, this.at);
  }

  private quoted(): string {
    const { line } = this;
    let cell = "";
    for (;;) {
      const from = ++this.at;
      const end = this.text.indexOf('"', from);
      const piece = this.text.slice(from, end < 0 ? this.text.length : end);
      this.line += piece.match(/\r\n?|\n/g)?.length ?? 0;
      cell += piece;
      this.at = end < 0 ? this.text.length : end + 1;
      if (end < 0) {
        this.fault(line, "A quote is opened here and never closed.");
        return cell;
      }
      if (this.text[this.at] !== '"') break;
      cell += '"';
    }
    const behind = this.rest();
    if (behind.trim() !== "")
      this.fault(
        line,
        "Something stands behind a closing quote: a quote inside of a cell is written twice.",
      );
    return cell;
  }

  private skipBlanks(): void {
    while (
      this.text[this.at] === " " ||
      (this.text[this.at] === "\t" && this.separator !== "\t")
    )
      this.at++;
  }

  private ends(): boolean {
    const sign = this.text[this.at];
    return sign === this.separator || sign === "\n" || sign === "\r";
  }

  private takes(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private lineEnd(): void {
    const windows = this.takes("\r");
    if (this.takes("\n") || windows) this.line++;
  }

  private fault(line: number, sentence: string): void {
    this.faults.push({ line, sentence });
  }
}
