import { describe } from "../struct/json-schema";
import type { Field } from "../struct/field";
import { knownFor, type Known } from "./known";
import { readLines } from "./lines";
import { placeAt, type Place } from "./place";
import { headerOf, newest, specOf, specsOf } from "./spec-of";
import { spotAt, type AssistSpec } from "./spot";
import type { Request, Suggestion } from "./suggestion";
import { suggestUnitText } from "./complete-unit";
import { suggestValues } from "./complete-values";
import { indentOf, snippetFor } from "./snippet";

/**
 * What fits at an offset of a Butane text, which may be half written: keys that are not there yet, values, and what
 * belongs into the files of systemd. Required keys come first.
 *
 * @example
 * completeAt("storage:\n  fi", 13); // [{ label: "files", insert: "files:\n    - path: $0", … }, …]
 */
export function completeAt(
  text: string,
  offset: number,
  spec: AssistSpec = specOf(text),
  known?: Known,
): Suggestion[] {
  const place = placeAt(text, offset);
  if (!place) return [];
  const lines = readLines(text);
  const variant = headerOf(text).variant?.value ?? "flatcar";
  if (place.what === "text")
    return suggestUnitText(text, lines, place).filter((one) =>
      fits(variant, one),
    );
  const spot = spotAt(spec, place.path);
  if (!spot) return [];
  const request = {
    text,
    lines,
    place,
    spot,
    known: knownFor(variant, known),
  };
  const all =
    place.what === "value"
      ? suggestValues(request).filter((one) => fits(variant, one))
      : suggestKeys(request, spec);
  return all.map((one) => spaced(text, one));
}

/** Words of Flatcar among those that fit any system. */
const flatcars = /\bflatcar\b/;

function fits(variant: string, { label }: Suggestion): boolean {
  return variant === "flatcar" || label === "flatcar" || !flatcars.test(label);
}

function suggestKeys(request: Request, spec: AssistSpec): Suggestion[] {
  const { place, spot, text } = request;
  if (spot.items) return suggestItem(request);
  // An item of a list of text, `- ssh-…`.
  if (!spot.struct) return place.path.length > 0 ? suggestValues(request) : [];
  const { fields } = spot.struct;
  const step = indentOf(request.lines);
  const keys = Object.entries(fields)
    .filter(([key]) => !place.siblings.has(key))
    .map(([key, field], index) => ({
      ...suggestion(place, key, field, index),
      insert: snippetFor(key, field, {
        ...place,
        step,
        structs: spec.base.structs,
      }),
    }));
  return place.path.length === 0 && text.trim() === place.typed.trim()
    ? [header(place), ...keys]
    : keys;
}

function suggestion(place: Place, label: string, field: Field, index: number) {
  return {
    label,
    kind: "key" as const,
    detail: typeOf(field) + (field.required ? ", required" : ""),
    help: describe(field),
    ...place.span,
    rank: index + (field.required ? 0 : 100),
    ...(field.choices ||
    field.kind === "flag" ||
    field.kind === "struct" ||
    field.examples
      ? { again: true as const }
      : {}),
  };
}

/** The next item, where the cursor stands on an empty line of a list. */
function suggestItem({ place, spot }: Request): Suggestion[] {
  if (place.flow) return [];
  const fields = Object.entries(spot.items!.fields ?? {});
  const first = fields.find(([, { required }]) => required)?.[0];
  return [
    {
      label: first ? `- ${first}:` : "-",
      kind: "key",
      insert: first ? `- ${first}: $0` : "- $0",
      detail: "next item",
      ...place.span,
      rank: 0,
      again: true,
    },
  ];
}

function header(place: Place): Suggestion {
  const version = newest(specsOf("flatcar"))?.version ?? "";
  return {
    label: "variant: flatcar",
    kind: "key",
    insert: `variant: flatcar\nversion: ${version}\n$0`,
    detail: "how a document begins",
    ...place.span,
    rank: -1,
  };
}

/** What a field takes, in words for people: an integer is a `whole number`, a struct a `mapping`. */
export function typeOf(field: Field): string {
  switch (field.kind) {
    case "integer":
      return "whole number";
    case "flag":
      return "true or false";
    case "struct":
      return "mapping";
    case "table":
      return "mapping of text";
    case "list":
      return field.of === "text" ? "list of text" : "list";
    case "text":
      return "text";
  }
}

/** Between a colon or a dash and a value stands a blank. */
function spaced(text: string, one: Suggestion): Suggestion {
  const before = text[one.start - 1];
  const glued =
    before === ":" ||
    (before === "-" && /(?:^|\n)\s*(?:- )*-$/.test(text.slice(0, one.start)));
  return glued ? { ...one, insert: ` ${one.insert}` } : one;
}
