import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesToText, textToBytes, visibleText } from "./binary-text";

test("no byte is lost on its way through a string", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect([...textToBytes(bytesToText(bytes))]).toEqual([...bytes]);
    }),
  );
});

test("text stays text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(bytesToText(textToBytes(text))).toBe(text);
      expect(visibleText(text)).toBe(text);
    }),
  );
});

test.each([
  [[0xff, 0x41], "\ufffdA", "a byte that is never UTF-8"],
  [
    [0xe2, 0x82],
    "\ufffd\ufffd",
    "a character cut short: one mark for each byte, as Go writes",
  ],
  [[0xed, 0xa0, 0x80], "\ufffd\ufffd\ufffd", "a surrogate"],
  [[0xc0, 0x80], "\ufffd\ufffd", "an overlong form"],
  [[0xf4, 0x90, 0x80, 0x80], "\ufffd\ufffd\ufffd\ufffd", "above Unicode"],
  [[0xef, 0xbb, 0xbf, 0x41], "\ufeffA", "a byte order mark stays"],
])("%j shows as %j: %s", (bytes, text) => {
  expect(visibleText(bytesToText(Uint8Array.from(bytes)))).toBe(text);
});
