import { doubleQuoted } from "../emit/scalar";
import { parse, type YamlNode } from "../source";

/** Strings of a YAML text that are to be exchanged, again and again. */
export interface OpenScalars {
  /** Their values in the order of the text. */
  readonly values: readonly string[];
  /** The text with other values in their places; everything else stays as it was typed. */
  fill(values: readonly string[]): string;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** The line end that a block takes with it. */
  readonly tail: string;
}

/**
 * Finds the strings of a YAML text that `wanted` accepts: values, never keys, an anchored one at its anchor. What `fill` puts there is
 * quoted, so that no value can become anything else than a string. A text that is no YAML has none.
 */
export function openScalars(
  text: string,
  wanted: (value: string) => boolean,
): OpenScalars {
  const { root, report } = parse(text);
  const places: Place[] = [];
  if (root && report.length === 0) collect(root, text, wanted, places);
  places.sort((one, other) => one.start - other.start);
  return {
    values: places.map(({ value }) => value),
    fill(values) {
      let filled = "";
      let at = 0;
      places.forEach(({ start, end, value, tail }, index) => {
        const next = values[index] ?? value;
        // One that stays keeps the way it is written.
        if (next === value) return;
        filled += text.slice(at, start) + doubleQuoted(next) + tail;
        at = end;
      });
      return filled + text.slice(at);
    },
  };
}

function collect(
  node: YamlNode,
  text: string,
  wanted: (value: string) => boolean,
  places: Place[],
): void {
  if (node.kind === "scalar") {
    if (node.tag !== "!!str" || !wanted(node.value)) return;
    const { content: start, end, value } = node;
    const [tail] = /\s*$/.exec(text.slice(start, end))!;
    places.push({ start, end, value, tail });
  } else if (node.kind === "sequence") {
    for (const item of node.items) collect(item, text, wanted, places);
  } else if (node.kind === "mapping") {
    for (const pair of node.pairs) collect(pair.value, text, wanted, places);
  }
}
