import type { Kind, Range } from "@/lib/butane";

/** A problem as the terminal shows it, wherever it came from. */
export interface Shown {
  readonly kind: Kind;
  readonly sentence: string;
  readonly why?: string | undefined;
  /** The place in the document or the preset: `$.storage.files.0.path`. */
  readonly path?: string | undefined;
  readonly range?: Range | undefined;
  /** What the place is called where it is not in the file of the report. */
  readonly file?: string | undefined;
}

export interface ReportStyle {
  /** What the text is called in front of line and column. */
  readonly file: string;
  readonly text: string;
  /** With the line of the source and a caret, for a person at a terminal; else one line a problem, for tools. */
  readonly pretty: boolean;
  readonly color: boolean;
}

/**
 * The problems as lines that end in a line feed, in the order given; empty where there are none. Control characters do
 * not get through.
 */
export function formatProblems(
  problems: readonly Shown[],
  style: ReportStyle,
): string {
  if (!style.pretty) {
    return problems.map((one) => `${plainLine(one, style)}\n`).join("");
  }
  const lines = style.text.split("\n");
  return problems.map((one) => block(one, style, lines)).join("\n");
}

/** `node.bu:5:13: error: sentence. Why. [$.storage.files.0.path]`, as compilers write and editors read it. */
function plainLine(problem: Shown, { file }: ReportStyle): string {
  const { kind, sentence, why, path } = problem;
  const words = [sentence, why, path && `[${path}]`].filter(Boolean).join(" ");
  return visible(`${placeOf(problem, file)}: ${kind}: ${words}`);
}

function block(
  problem: Shown,
  { file, color }: ReportStyle,
  lines: readonly string[],
): string {
  const paint = color ? painted : unpainted;
  const { kind, sentence, why, path, range } = problem;
  const place = `${placeOf(problem, file)}${path ? ` at ${path}` : ""}`;
  const out = [
    `${paint(kind, kind)}: ${visible(sentence)}`,
    `  ${paint("frame", "-->")} ${visible(place)}`,
  ];
  const source = range && lines[range.start.line - 1];
  if (range && source !== undefined) {
    const gutter = String(range.start.line);
    const blank = " ".repeat(gutter.length);
    const { line, caret } = excerpt(source.replace(/\r$/, ""), range);
    out.push(
      paint("frame", ` ${blank} |`),
      `${paint("frame", ` ${gutter} |`)} ${line}`,
      `${paint("frame", ` ${blank} |`)} ${paint(kind, caret)}`,
    );
  }
  if (why) out.push(`  ${paint("frame", "=")} ${visible(why)}`);
  return `${out.join("\n")}\n`;
}

function placeOf({ range, file: own }: Shown, file: string): string {
  const name = own ?? file;
  return range ? `${name}:${range.start.line}:${range.start.column}` : name;
}

/** Lines longer than this are shown around the problem only: minified JSON is one line. */
const widest = 160;

function excerpt(
  source: string,
  { start, end }: Range,
): { line: string; caret: string } {
  const chars = Array.from(source);
  const first = Math.min(start.column - 1, chars.length);
  const last = end.line === start.line ? end.column - 1 : chars.length;
  const from = chars.length > widest ? Math.max(0, first - widest / 2) : 0;
  const upTo = Math.min(chars.length, from + widest);
  const line = chars.slice(from, upTo).join("");
  // Tabs stay tabs, so that the caret stands below its character whatever a tab is wide.
  const indent = chars.slice(from, first).map((c) => (c === "\t" ? c : " "));
  const width = Math.max(1, Math.min(last, upTo) - first);
  return {
    line: visible(line),
    caret: indent.join("") + "^".repeat(width),
  };
}

// A document must not command the terminal that shows it, nor turn its lines around.
const controls = /(?![\t\n])[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** The text with everything that a terminal would act on made visible. */
export function visible(text: string): string {
  return text.replace(controls, "\ufffd");
}

const colors: Readonly<Record<Kind | "frame", string>> = {
  error: "1;31",
  warning: "1;33",
  info: "1;36",
  frame: "34",
};

function painted(what: keyof typeof colors, text: string): string {
  return `\u001b[${colors[what]}m${text}\u001b[0m`;
}

function unpainted(_what: keyof typeof colors, text: string): string {
  return text;
}
