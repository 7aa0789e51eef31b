import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64Url, toBase64Url, utf8 } from "@/lib/bytes";
import { crc32 } from "./crc32";
import { dictionaryP1 } from "./dictionary-p1";
import { open, seal, type Format } from "./envelope";

const format: Format = {
  dictionary: dictionaryP1,
  longestPayload: 100_000,
  longestText: 50_000,
};

/** A payload as an attacker makes it: the checksum is right, the rest is not. */
function forge(deflated: Uint8Array, taken: Uint8Array = new Uint8Array()) {
  const varint = (value: number): number[] =>
    value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
  const lengths = [...varint(deflated.length), ...varint(taken.length)];
  const body = Uint8Array.from([...lengths, ...deflated, ...taken]);
  const sum = crc32(body, crc32(dictionaryP1));
  return toBase64Url(
    Uint8Array.from([...body, sum >>> 24, sum >>> 16, sum >>> 8, sum]),
  );
}

test("law 5: every text comes back", () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(open(seal(json, format), format)).toEqual({
        ok: true,
        value: json,
      });
    }),
  );
});

test("a payload has only characters that survive chats, mails and addresses", () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(seal(json, format)).toMatch(/^[A-Za-z0-9_-]+$/);
    }),
  );
});

test("a deflate bomb is stopped at the cap, soon", () => {
  const bomb = deflateRawSync(Buffer.alloc(60_000_000, 0x20), { level: 9 });
  expect(bomb.length).toBeLessThan(60_000);
  const started = performance.now();
  expect(open(forge(bomb), format)).toEqual({ ok: false, error: "too-large" });
  expect(performance.now() - started).toBeLessThan(500);
});

test("the cap counts the text, so the largest one allowed still opens", () => {
  const json = JSON.stringify(" ".repeat(format.longestText - 2));
  expect(open(seal(json, format), format)).toMatchObject({ ok: true });
  const longer = JSON.stringify(" ".repeat(format.longestText - 1));
  expect(open(seal(longer, format), format)).toMatchObject({
    error: "too-large",
  });
});

test.each([
  ["nothing", "truncated", ""],
  ["no whole byte", "truncated", "A"],
  ["zeros", "damaged", "AAAAAAAA"],
  ["a length that never ends", "truncated", "gICAgIA"],
  ["a length beyond all caps", "truncated", "_____w"],
  ["another alphabet", "damaged", "not base64!"],
  ["more than is looked at", "too-large", "A".repeat(100_001)],
])("%s is refused: %s", (_reason, error, payload) => {
  expect(open(payload, format)).toEqual({ ok: false, error });
});

test("forged streams are refused, not followed", () => {
  expect(open(forge(utf8("no deflate")), format)).toMatchObject({ ok: false });
  const invalidUtf8 = deflateRawSync(Uint8Array.from([0x22, 0xff, 0x22]));
  expect(open(forge(invalidUtf8), format)).toMatchObject({ error: "damaged" });
  const open_ = deflateRawSync(utf8('"\u0001"'));
  expect(open(forge(open_, new Uint8Array(31)), format)).toMatchObject({
    error: "damaged",
  });
  expect(open(forge(open_, new Uint8Array(32)), format)).toMatchObject({
    ok: true,
  });
});

test("bytes that nobody meant never throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(typeof open(forge(bytes), format).ok).toBe("boolean");
      expect(typeof open(toBase64Url(bytes), format).ok).toBe("boolean");
    }),
    { numRuns: 500 },
  );
});

test("another dictionary is noticed before it makes another text", () => {
  const other = { ...format, dictionary: utf8("a quite different dictionary") };
  expect(open(seal('{"kindling":1}', other), format)).toMatchObject({
    error: "damaged",
  });
});

test("only one spelling of the same bytes is accepted", () => {
  const spare = Array.from(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
  );
  expect(spare.filter((last) => fromBase64Url(`A${last}`) !== null)).toEqual([
    "A",
    "Q",
    "g",
    "w",
  ]);
});
