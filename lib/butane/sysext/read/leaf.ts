import { placesOf, withHoles } from "./marks";
import { joined, type ParamKey, type Part } from "./template";

/**
 * The template of a text: as it is with every parameter marked, and with the stretches that another form of a parameter changes
 * open for that form as well.
 */
export function templateOf(
  text: string,
  variants: readonly (readonly string[])[],
  params: readonly ParamKey[],
): Part[] {
  const places = placesOf(text);
  const stretches: Stretch[] = [];
  for (const others of variants) {
    const stretch = stretchOf(text, others, places);
    if (stretch && !stretches.some((one) => overlap(one, stretch)))
      stretches.push(stretch);
  }
  stretches.sort((one, other) => one.start - other.start);
  const parts: Part[] = [];
  let end = 0;
  for (const stretch of stretches) {
    parts.push(...withHoles(text.slice(end, stretch.start), params), {
      kind: "choice",
      forms: stretch.forms.map((form) => withHoles(form, params)),
    });
    end = stretch.end;
  }
  return joined([...parts, ...withHoles(text.slice(end), params)]);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly forms: readonly string[];
}

/** The smallest part of a text outside which all others are like it; marks are not cut. */
function stretchOf(
  text: string,
  others: readonly string[],
  places: readonly (readonly [number, number])[],
): Stretch | null {
  const differing = others.filter((other) => other !== text);
  if (differing.length === 0) return null;
  let start = text.length;
  let end = 0;
  for (const other of differing) {
    const common = commonStart(text, other);
    // Two marks begin alike: what is common ends before the first of them that differs.
    const cut = places.find(([from, to]) => from < common && common < to);
    const head = cut ? cut[0] : common;
    const tail = commonEnd(text, other, head);
    start = Math.min(start, head);
    end = Math.max(end, text.length - tail);
  }
  for (const [from, to] of places) {
    if (from < end && end < to) end = to;
  }
  end = Math.max(start, end);
  const after = text.length - end;
  const forms = [text, ...differing].map((one) =>
    one.slice(start, Math.max(start, one.length - after)),
  );
  return { start, end, forms: [...new Set(forms)] };
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return Math.min(length, other.length);
}

function commonEnd(one: string, other: string, head: number): number {
  const most = Math.min(one.length, other.length) - head;
  let length = 0;
  while (length < most && one.at(-1 - length) === other.at(-1 - length))
    length++;
  return length;
}

function overlap(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}
