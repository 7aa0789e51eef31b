import type { Path } from "../path";
import { unquoted, type Span } from "./lines";

interface FlowPlace {
  readonly what: "key" | "value";
  readonly path: Path;
  readonly span: Span;
  readonly siblings: ReadonlySet<string>;
}

interface Level {
  readonly mapping: boolean;
  readonly keys: string[];
  index: number;
  /** The key that waits for its value. */
  key: string | null;
  /** The last word, which a colon makes a key. */
  word: string;
}

const token =
  /"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|[[\]{},]|:(?=[\s,[\]{}]|$)|#.*|[^\s,[\]{}:"'][^,[\]{}\n]*?(?=\s*(?:[,[\]{}\n]|:\s|:$|$))|\s+|./gm;

/**
 * Where a cursor stands inside braces or brackets that open at `from`. `null` behind their end. What follows the cursor
 * up to `stop` counts only for the keys that are there already.
 */
export function flowPlace(
  text: string,
  from: number,
  offset: number,
  stop: number,
): FlowPlace | null {
  const levels: Level[] = [];
  let found: Omit<FlowPlace, "siblings"> | null = null;
  let home: Level | undefined;
  for (const { 0: said, index } of text.slice(from, stop).matchAll(token)) {
    const start = from + index;
    const end = start + said.length;
    const blank = /^\s/.test(said);
    if (!found && (start > offset || (start === offset && !isWord(said))))
      [found, home] = place(levels, { start: offset, end: offset });
    if (!found && isWord(said) && offset <= end)
      [found, home] = place(levels, { start, end });
    if (!blank) step(levels, said);
    if (levels.length === 0) break;
  }
  if (!found && levels.length > 0)
    [found, home] = place(levels, { start: offset, end: offset });
  if (!found) return null;
  const own = text.slice(found.span.start, found.span.end);
  const siblings = new Set(home?.keys.filter((key) => key !== own));
  return { ...found, siblings };
}

const isWord = (said: string) => !/^[\s,[\]{}:#]/.test(said);

function place(
  levels: readonly Level[],
  span: Span,
): [Omit<FlowPlace, "siblings"> | null, Level | undefined] {
  const level = levels.at(-1);
  if (!level) return [null, undefined];
  const path = levels.slice(0, -1).map(stepOf);
  const inKey = level.mapping && level.key === null;
  const what = inKey ? "key" : "value";
  return [{ what, path: inKey ? path : [...path, stepOf(level)], span }, level];
}

const stepOf = ({ mapping, key, index }: Level) =>
  mapping ? (key ?? "") : index;

function step(levels: Level[], said: string): void {
  const level = levels.at(-1);
  if (said === "{" || said === "[") {
    const mapping = said === "{";
    levels.push({ mapping, keys: [], index: 0, key: null, word: "" });
  } else if (said === "}" || said === "]") levels.pop();
  else if (said === "," && level) {
    level.index++;
    level.key = null;
  } else if (said === ":" && level?.mapping) {
    level.key ??= level.word;
    level.keys.push(level.word);
  } else if (level && isWord(said)) level.word = unquoted(said);
}
