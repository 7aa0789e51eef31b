import { limits } from "../../limits";
import { JsonScanner } from "./scanner";

interface Placed {
  /** Offsets of the first character and of the one after the last. */
  readonly start: number;
  readonly end: number;
}

export interface JsonObject extends Placed {
  readonly kind: "object";
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: JsonNode;
}

export interface JsonArray extends Placed {
  readonly kind: "array";
  readonly items: readonly JsonNode[];
}

export interface JsonScalar extends Placed {
  readonly kind: "string" | "number" | "bool" | "null";
  /** Text of a string without quotes and escapes; a number as it was written. */
  readonly text: string;
}

export type JsonNode = JsonObject | JsonArray | JsonScalar;

/** A config nests ten deep at most; upstream's limit of 10,000 would exhaust the stack here. */
const maxDepth = 1000;

/**
 * Reads JSON with the place of every value. Keys that come twice are all kept.
 *
 * @throws JsonSyntaxError where the text is no JSON, or more than we read.
 */
export function parseJson(text: string): JsonNode {
  const scanner = new JsonScanner(text);
  const node = readValue(scanner, 0);
  scanner.skipSpace();
  if (!scanner.atEnd) scanner.fail();
  return node;
}

function readValue(scanner: JsonScanner, depth: number): JsonNode {
  scanner.skipSpace();
  const start = scanner.offset;
  const placed = () => ({ start, end: scanner.offset });
  if (depth > maxDepth) scanner.fail();
  if (++scanner.values > limits.values) scanner.giveUp();
  switch (scanner.next) {
    case "{": {
      const members = readMembers(scanner, depth);
      return { kind: "object", members, ...placed() };
    }
    case "[": {
      const items = readItems(scanner, depth);
      return { kind: "array", items, ...placed() };
    }
    case '"': {
      const text = scanner.takeString();
      return { kind: "string", text, ...placed() };
    }
    case "t":
    case "f":
    case "n": {
      const text = scanner.takeWord();
      return { kind: text === "null" ? "null" : "bool", text, ...placed() };
    }
    default: {
      const text = scanner.takeNumber();
      return { kind: "number", text, ...placed() };
    }
  }
}

function readMembers(scanner: JsonScanner, depth: number): JsonMember[] {
  const members: JsonMember[] = [];
  readSeparated(scanner, "}", () => {
    const keyStart = scanner.offset;
    const key = scanner.takeString();
    const keyEnd = scanner.offset;
    scanner.skipSpace();
    scanner.take(":");
    const value = readValue(scanner, depth + 1);
    members.push({ key, keyStart, keyEnd, value });
  });
  return members;
}

function readItems(scanner: JsonScanner, depth: number): JsonNode[] {
  const items: JsonNode[] = [];
  readSeparated(scanner, "]", () => items.push(readValue(scanner, depth + 1)));
  return items;
}

function readSeparated(
  scanner: JsonScanner,
  close: string,
  readOne: () => void,
): void {
  scanner.step();
  scanner.skipSpace();
  if (scanner.next === close) return scanner.step();
  for (;;) {
    readOne();
    scanner.skipSpace();
    if (scanner.next === close) return scanner.step();
    scanner.take(",");
    scanner.skipSpace();
  }
}
