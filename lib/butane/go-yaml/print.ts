import { compareKeys } from "./key-order";
import { printNumber } from "./number";
import { writePlain, writeText } from "./scalar";
import { isMultiline } from "./style";
import { Writer } from "./writer";

/** What comes out of JSON. */
type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * Prints plain data byte for byte as Go's yaml.v3 does with an indentation of two, after a trip through JSON. Ends without
 * a newline.
 */
export function printYaml(value: unknown): string {
  const writer = new Writer();
  writeNode(writer, value as Json, 0);
  return writer.toString();
}

function writeNode(writer: Writer, value: Json, column: number): void {
  if (typeof value === "string") return writeText(writer, value, column);
  if (typeof value === "number") {
    return writePlain(writer, printNumber(value));
  }
  if (typeof value !== "object" || value === null) {
    return writePlain(writer, String(value));
  }
  if (Array.isArray(value)) return writeList(writer, value, column);
  writeMapping(writer, value as Readonly<Record<string, Json>>, column);
}

function writeList(
  writer: Writer,
  items: readonly Json[],
  column: number,
): void {
  if (items.length === 0) return writeEmpty(writer, "[]");
  for (const item of items) {
    writer.indent(column);
    writer.indicator("-", true);
    writeNode(writer, item, column + 2);
  }
}

function writeMapping(
  writer: Writer,
  values: Readonly<Record<string, Json>>,
  column: number,
): void {
  const keys = Object.keys(values).sort(compareKeys);
  if (keys.length === 0) return writeEmpty(writer, "{}");
  for (const key of keys) {
    writer.indent(column);
    writeKey(writer, key, column);
    writeNode(writer, values[key] ?? null, column + 2);
  }
}

function writeKey(writer: Writer, key: string, column: number): void {
  if (isShort(key)) {
    writeText(writer, key, column + 2, true);
    writer.attach(":");
    return;
  }
  writer.indicator("?", true);
  writeText(writer, key, column + 2);
  writer.indent(column);
  writer.indicator(":", true);
}

/** A key that is long or has several lines needs a question mark before it. */
function isShort(key: string): boolean {
  return !isMultiline(key) && new TextEncoder().encode(key).length <= 128;
}

function writeEmpty(writer: Writer, brackets: string): void {
  writer.indicator(brackets);
}
