import { doubleQuoted, inlineString, isVisible } from "../emit/scalar";
import type { TreeScalar } from "../emit/tree";
import type { YamlScalar } from "../source/node";
import { NoSplice, type Splices } from "./splices";
import { flowString, scalarText } from "./writer";

/** Where a scalar stands. */
export interface ScalarPlace {
  /** Column of the key or dash that it belongs to. */
  readonly column: number;
  /** Columns that the lines of a new block are indented by. */
  readonly indent: number;
  readonly flow: boolean;
}

/** Replaces a scalar in its own style, as far as the new value can be written in it. */
export function spliceScalar(
  splices: Splices,
  node: YamlScalar,
  scalar: TreeScalar,
  place: ScalarPlace,
): void {
  const { text } = splices.lines;
  const { value } = scalar;
  if (hasTag(text, node)) return replaceTagged(splices, node, scalar, place);
  if (typeof value !== "string")
    return replace(splices, node, numberText(text, node, scalar));
  const block = node.style === "literal" || node.style === "folded";
  if (block && spliceBlock(splices, node, value, place)) return;
  const fresh = !block && !place.flow && value.includes("\n");
  if (fresh && startBlock(splices, node, value, place)) return;
  const plain = place.flow ? flowString : inlineString;
  const inOwn =
    node.style === "single" && !value.includes("\n") && isVisible(value)
      ? `'${value.replace(/'/g, "''")}'`
      : node.style === "plain"
        ? plain(value)
        : doubleQuoted(value);
  replace(splices, node, inOwn);
}

function replace(splices: Splices, node: YamlScalar, made: string): void {
  const { text } = splices.lines;
  const { content, end } = node;
  // A value that is left out stands right behind its colon.
  const gap = content === end && !/\s/.test(text[content - 1] ?? " ");
  splices.replace(content, end, gap ? ` ${made}` : made);
}

/** A tag said how the old value was to be read. */
function replaceTagged(
  splices: Splices,
  { start, content, end }: YamlScalar,
  scalar: TreeScalar,
  { flow }: ScalarPlace,
): void {
  if (splices.lines.text.slice(start, content).includes("&"))
    throw new NoSplice();
  const string = flow ? flowString : inlineString;
  splices.replace(start, end, scalarText(scalar, string));
}

function hasTag(text: string, { start, content }: YamlScalar): boolean {
  return text.slice(start, content).includes("!");
}

/** `0o644` and `0644` keep their looks. */
function numberText(
  text: string,
  node: YamlScalar,
  scalar: TreeScalar,
): string {
  const made = scalarText(scalar, doubleQuoted);
  const old = text.slice(node.content, node.end);
  return scalar.octal && /^0o/.test(old) ? `0o${made.slice(1)}` : made;
}

/** Turns a scalar of one line into a block below its key; comments behind it stay there. */
function startBlock(
  splices: Splices,
  node: YamlScalar,
  value: string,
  { column, indent }: ScalarPlace,
): boolean {
  const { lines } = splices;
  const body = value.replace(/\n$/, "");
  if (!fitsBlock(value) || /^\s/.test(body) || /^[ \t]+$/m.test(body))
    return false;
  replace(splices, node, body === value ? "|-" : "|");
  const shift = " ".repeat(column + indent);
  splices.insertLines(
    lines.lineAt(node.end) + 1,
    body.split("\n").map((line) => (line === "" ? "" : shift + line)),
  );
  return true;
}

function fitsBlock(value: string): boolean {
  return isVisible(value) && /[^\n]/.test(value) && !/\n\n$/.test(value);
}

/** Replaces the lines of a block that differ, and its mark where the end of the text does. */
function spliceBlock(
  splices: Splices,
  node: YamlScalar,
  value: string,
  place: ScalarPlace,
): boolean {
  const block = readBlock(splices, node);
  const body = value.replace(/\n+$/, "");
  const ends = value.length - body.length;
  if (!block || body === "" || !isVisible(value)) return false;
  if (ends > 1 && ends !== block.ends) return false;
  const leads = /^[ \n]/.test(body);
  if (leads && block.digit === "" && !/^[ \n]/.test(node.value)) {
    const digit = block.indent - place.column;
    if (digit < 1 || digit > 9) return false;
    block.digit = String(digit);
  }
  const literal = node.style === "literal" || body.includes("\n") || leads;
  const chomp = ends === block.ends ? block.chomp : ends === 0 ? "-" : "";
  const mark = `${literal ? "|" : ">"}${block.digit}${chomp}`;
  if (mark !== block.mark)
    splices.replace(node.content, node.content + block.mark.length, mark);
  spliceBody(splices, block, node.style === "literal", body);
  return true;
}

interface Block {
  /** What stands before the block: its kind, indentation and end. */
  readonly mark: string;
  digit: string;
  readonly chomp: string;
  readonly indent: number;
  /** How many line ends the value ends with. */
  readonly ends: number;
  /** The lines of its text without the empty ones at the end. */
  readonly first: number;
  readonly body: readonly string[];
}

function readBlock({ lines }: Splices, node: YamlScalar): Block | undefined {
  const head = lines.lineAt(node.content);
  const [mark = ""] =
    /^[|>][0-9+-]*/.exec(lines.text.slice(node.content, node.end)) ?? [];
  const bare = node.value.replace(/\n+$/, "");
  const last = lines.lineAt(node.end);
  const first = head + 1;
  const own: string[] = [];
  for (let line = first; line <= last; line++) own.push(lines.content(line));
  while (own.length > 0 && own.at(-1)!.trim() === "") own.pop();
  const indent = own.find((line) => line.trim() !== "")?.search(/[^ ]/) ?? -1;
  if (mark === "" || bare === "" || indent < 1) return undefined;
  const lead = bare.split("\n").find((line) => line !== "")!;
  return {
    mark,
    digit: /[0-9]/.exec(mark)?.[0] ?? "",
    chomp: /[+-]/.exec(mark)?.[0] ?? "",
    indent: indent - lead.search(/[^ ]/),
    ends: node.value.length - bare.length,
    first,
    body: own,
  };
}

function spliceBody(
  splices: Splices,
  { first, indent, body }: Block,
  sameLines: boolean,
  value: string,
): void {
  const { lines } = splices;
  const shift = " ".repeat(indent);
  const old = body.map((line) => line.slice(indent));
  const made = value.split("\n");
  const shorter = sameLines ? Math.min(old.length, made.length) : 0;
  let head = 0;
  while (head < shorter && old[head] === made[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === made.at(-1 - tail))
    tail++;
  const fresh = made
    .slice(head, made.length - tail)
    .map((line) => (line === "" ? "" : shift + line));
  const from = first + head;
  const to = first + old.length - tail;
  if (fresh.length === 0 && from < to) splices.removeLines(from, to);
  else if (from === to) splices.insertLines(from, fresh);
  else
    splices.replace(
      lines.start(from),
      lines.end(to - 1),
      fresh.join(lines.newline),
    );
}
