import { parseNumber } from "./numbers";
import { isTimestamp } from "./timestamp";

/** What a scalar means: its tag and the value of that tag. Text, dates and tags we do not know keep their text. */
export interface Resolved {
  readonly tag: string;
  readonly value: string | boolean | bigint | number | null;
}

const WORDS = new Map<string, Resolved>([
  ...["", "~", "null", "Null", "NULL"].map(word("!!null", null)),
  ...["true", "True", "TRUE"].map(word("!!bool", true)),
  ...["false", "False", "FALSE"].map(word("!!bool", false)),
]);

function word(tag: string, value: Resolved["value"]) {
  return (text: string): [string, Resolved] => [text, { tag, value }];
}

const RESOLVABLE = new Set([
  "!!bool",
  "!!int",
  "!!float",
  "!!null",
  "!!timestamp",
]);

/** The tag of a plain scalar without a tag of its own. */
export function plainTag(value: string): string {
  if (value === "<<") return "!!merge";
  const hint = hintOf(value);
  if (hint === "text") return "!!str";
  return resolvePlain(value, hint).tag;
}

/**
 * What yaml.v3 makes of a scalar's text under a tag in short form.
 *
 * Answers a sentence in upstream's words when the text does not fit the tag (`!!int abc`); yaml.v3 then gives up on the
 * whole document.
 */
export function resolve(
  tag: string,
  value: string,
): Resolved | { readonly failure: string } {
  if (!RESOLVABLE.has(tag)) return { tag, value };
  const hint = hintOf(value);
  const found: Resolved =
    hint === "text"
      ? { tag: "!!str", value }
      : resolvePlain(value, hint, tag === "!!timestamp");
  if (found.tag === tag) return found;
  // A 64-bit integer above the signed range is the one integer that yaml.v3 does not widen to a float.
  if (tag === "!!float" && typeof found.value === "bigint") {
    if (found.value < 2n ** 63n) return { tag, value: Number(found.value) };
  }
  return { failure: `cannot decode ${found.tag} \`${value}\` as a ${tag}` };
}

type Hint = "text" | "word" | "number";

/** The first character tells most text apart from everything else, which keeps long documents cheap. */
function hintOf(value: string): Hint {
  if (value === "") return "word";
  const first = value.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return "number";
  if ("+-.".includes(value[0] ?? "")) return "number";
  return "yYnNtTfFoO~".includes(value[0] ?? "") ? "word" : "text";
}

function resolvePlain(value: string, hint: Hint, dates = true): Resolved {
  if (hint === "word") return WORDS.get(value) ?? { tag: "!!str", value };
  if (dates && value[4] === "-" && isTimestamp(value)) {
    return { tag: "!!timestamp", value };
  }
  return parseNumber(value) ?? { tag: "!!str", value };
}
