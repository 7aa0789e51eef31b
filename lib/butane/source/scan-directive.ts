import {
  BANG,
  HASH,
  isBreak,
  isDigit,
  isGap,
  isLineEnd,
  isNameCharacter,
  POINT,
} from "./characters";
import type { Cursor } from "./cursor";
import { scanHandle, scanUri, skipBlanks } from "./scan-tag";
import { token, type Token } from "./token";

/** Scans a line like `%YAML 1.1` or `%TAG !x! prefix`, with its break. */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.position;
  cursor.skip();
  const nameStart = cursor.position;
  while (isNameCharacter(cursor.code)) cursor.skip();
  const name = cursor.input.slice(nameStart, cursor.position);
  if (name === "" || !isGap(cursor.code)) {
    throw cursor.problemSince(start, "a directive begins with its name");
  }
  const directive =
    name === "YAML"
      ? scanVersion(cursor, start)
      : name === "TAG"
        ? scanTagDirective(cursor, start)
        : undefined;
  if (!directive) {
    throw cursor.problemSince(start, `there is no directive %${name}`);
  }
  skipBlanks(cursor);
  if (cursor.code === HASH) cursor.skipLine();
  if (!isLineEnd(cursor.code)) {
    throw cursor.problemHere("a directive ends with its line");
  }
  if (isBreak(cursor.code)) cursor.readBreak();
  return directive;
}

function scanVersion(cursor: Cursor, start: number): Token {
  skipBlanks(cursor);
  const major = scanNumber(cursor, start);
  if (cursor.code !== POINT) {
    throw cursor.problemSince(start, "a YAML version looks like 1.1");
  }
  cursor.skip();
  const minor = scanNumber(cursor, start);
  return token("version", start, cursor.position, `${major}.${minor}`);
}

function scanNumber(cursor: Cursor, start: number): number {
  const from = cursor.position;
  while (isDigit(cursor.code)) cursor.skip();
  const length = cursor.position - from;
  if (length < 1 || length > 2) {
    throw cursor.problemSince(start, "a YAML version looks like 1.1");
  }
  return Number(cursor.input.slice(from, cursor.position));
}

function scanTagDirective(cursor: Cursor, start: number): Token {
  skipBlanks(cursor);
  const handle = cursor.code === BANG ? scanHandle(cursor) : "";
  if (!handle || (handle !== "!" && !handle.endsWith("!"))) {
    throw cursor.problemSince(start, "a tag's handle looks like !name!");
  }
  const parted = skipBlanks(cursor);
  if (!parted) {
    throw cursor.problemSince(start, "a handle is followed by its prefix");
  }
  const prefix = scanUri(cursor, start, "");
  if (!isGap(cursor.code)) {
    throw cursor.problemSince(start, "a prefix ends with a space");
  }
  return token("tag-directive", start, cursor.position, handle, prefix);
}
