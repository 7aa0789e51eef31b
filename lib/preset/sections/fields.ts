import { oneOf, text, type Schema } from "../section";

// Fields of a group or an item: every one of them names its default, so that what is left out has it.

export const word: Schema = { ...text, default: "" };

export const secret: Schema = { ...word, writeOnly: true };

export const off: Schema = { type: "boolean", default: false };

/** One of a few words, or nothing. */
export function choice(...values: readonly string[]): Schema {
  return { ...oneOf("", ...values), default: "" };
}

/** Some of a few words. */
export function several(...values: readonly string[]): Schema {
  return { type: "array", items: oneOf(...values), default: [] };
}

/** Any number of such items; none where it is left out. */
export function listOf(items: Schema): Schema {
  return { type: "array", items, default: [] };
}
