import { compare, type Difference, type Upstream } from "./compare";

/**
 * The smallest document that still shows a difference: whole keys are removed first, then lines, then words, for as long as
 * one of them can go.
 */
export async function shrink(
  difference: Difference,
  upstream: Upstream,
): Promise<Difference> {
  let smallest = difference;
  for (let rounds = 0; rounds < 200; rounds += 1) {
    const { document } = smallest;
    const tries = smaller(document.text).map((text) => ({ ...document, text }));
    const { differences } = await compare(tries, upstream);
    if (!differences[0]) break;
    smallest = differences[0];
  }
  return smallest;
}

/** Shorter versions of a text, shortest first. */
export function smaller(text: string): string[] {
  const lines = text.split("\n");
  const without = (start: number, end: number, instead: string[] = []) =>
    [...lines.slice(0, start), ...instead, ...lines.slice(end)].join("\n");
  const tries = lines.flatMap((line, index) => [
    without(index, endOfBlock(lines, index)),
    without(index, index + 1),
    ...shorterLines(line).map((shorter) =>
      without(index, index + 1, [shorter]),
    ),
  ]);
  return [...new Set(tries)]
    .filter((one) => one.length < text.length)
    .sort((one, other) => one.length - other.length);
}

/** The line after a key and all that is indented below it. */
function endOfBlock(lines: readonly string[], start: number): number {
  const indent = (line: string) => line.length - line.trimStart().length;
  let end = start + 1;
  while (end < lines.length) {
    const line = lines[end]!;
    if (line.trim() !== "" && indent(line) <= indent(lines[start]!)) break;
    end += 1;
  }
  return end;
}

function shorterLines(line: string): string[] {
  if (line.length < 24) return [];
  const half = Math.ceil(line.length / 2);
  // Words, and what stands in braces or brackets as a whole.
  const parts = [
    ...line.matchAll(/[^,\s]+,? */g),
    ...line.matchAll(/[[{][^[\]{}]*[\]}],? */g),
  ];
  return [
    line.slice(0, half),
    ...parts.map(
      ({ 0: part, index }) =>
        line.slice(0, index) + line.slice(index + part.length),
    ),
  ];
}
