import type { ParamSpec } from "../extension";

/** A parameter of an extension. */
export interface ParamKey {
  readonly id: string;
  readonly name: string;
  readonly type: ParamSpec["type"];
}

/** Text that an extension writes, with holes where its parameters come out. */
export type Part =
  | { readonly kind: "text"; readonly text: string }
  /** `between`: what stands between two items of a list. */
  | {
      readonly kind: "hole";
      readonly param: ParamKey;
      readonly between?: string;
    }
  /** The same stretch in the forms that different values give it: quoted or not, or not there at all. */
  | { readonly kind: "choice"; readonly forms: readonly (readonly Part[])[] };

export type Captured = ReadonlyMap<ParamKey, string | readonly string[]>;

/**
 * The values that stand in the holes, `null` where the text is not made by this template. Takes the first place where what
 * follows a hole stands, so that the time is linear in the text, whatever somebody wrote.
 */
export function capture(parts: readonly Part[], text: string): Captured | null {
  return from(parts, text, 0, new Map());
}

function from(
  parts: readonly Part[],
  text: string,
  at: number,
  found: Captured,
): Captured | null {
  const [part, ...rest] = parts;
  if (!part) return at === text.length ? found : null;
  switch (part.kind) {
    case "text":
      return text.startsWith(part.text, at)
        ? from(rest, text, at + part.text.length, found)
        : null;
    case "choice":
      for (const form of part.forms) {
        const read = from(joined([...form, ...rest]), text, at, found);
        if (read) return read;
      }
      return null;
    case "hole":
      return hole(part, rest, text, at, found);
  }
}

function hole(
  part: Extract<Part, { kind: "hole" }>,
  rest: readonly Part[],
  text: string,
  at: number,
  found: Captured,
): Captured | null {
  for (const next of followers(rest)) {
    const items: string[] = [];
    let start = at;
    for (;;) {
      const end = endOf(next, part, text, start);
      if (end === null) break;
      items.push(text.slice(start, end));
      if (part.between && text.startsWith(part.between, end)) {
        start = end + part.between.length;
        continue;
      }
      const value = part.between === undefined ? items[0]! : items;
      const known = found.get(part.param);
      if (known !== undefined && String(known) !== String(value)) break;
      const read = from(next, text, end, new Map(found).set(part.param, value));
      if (read) return read;
      break;
    }
  }
  return null;
}

/** What may come after a hole, each beginning with text, or nothing. */
function followers(rest: readonly Part[]): (readonly Part[])[] {
  const [next, ...after] = rest;
  if (next?.kind !== "choice") return [rest];
  return next.forms.flatMap((form) => followers(joined([...form, ...after])));
}

/** Where the text of a hole ends: where the text behind it, or the end of everything, is. */
function endOf(
  next: readonly Part[],
  { param, between }: Extract<Part, { kind: "hole" }>,
  text: string,
  start: number,
): number | null {
  const [follower] = next;
  if (follower && follower.kind !== "text") return null;
  const last = next.length <= 1;
  const mark = follower?.text ?? "";
  const stop = between !== undefined ? text.indexOf(between, start) : -1;
  let end = last ? text.length - mark.length : text.indexOf(mark, start);
  if (stop >= 0 && (end < 0 || stop < end || last))
    end = Math.min(stop, end < 0 ? stop : end);
  if (end < start || (last && stop < 0 && !text.endsWith(mark))) return null;
  const many = param.type === "text";
  return !many && text.slice(start, end).includes("\n") ? null : end;
}

/** Neighbouring texts as one. */
export function joined(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const before = all.at(-1);
    if (part.kind === "text" && part.text === "") continue;
    if (part.kind === "text" && before?.kind === "text")
      all[all.length - 1] = { kind: "text", text: before.text + part.text };
    else all.push(part);
  }
  return all;
}
