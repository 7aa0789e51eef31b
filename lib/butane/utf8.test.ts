import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLength, decodeUtf8, encodeUtf8 } from "./utf8";

test("any bytes survive being a text", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(encodeUtf8(decodeUtf8(bytes))).toEqual(bytes);
    }),
  );
});

test.each([
  [[0x61, 0xff, 0x62], "a\udcffb", "a byte that never occurs"],
  [[0xc3], "\udcc3", "a letter cut off"],
  [[0xed, 0xa0, 0x80], "\udced\udca0\udc80", "a surrogate"],
  [[0xef, 0xbb, 0xbf, 0x61], "\ufeffa", "a byte order mark stays"],
  [[0xf0, 0x9f, 0x98, 0x80], "😀", "four bytes"],
])("bytes %j become %j: %s", (bytes, text) => {
  expect(decodeUtf8(Uint8Array.from(bytes))).toBe(text);
});

test.each([
  ["", 0],
  ["é", 2],
  ["😀", 4],
  ["\udcff", 1],
])("%j has %i bytes", (text, length) => {
  expect(byteLength(text)).toBe(length);
});
