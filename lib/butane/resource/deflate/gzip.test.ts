import fc from "fast-check";
import { gunzipSync } from "fflate";
import { expect, test } from "vitest";
import { toBase64 } from "../base64";
import { crc32 } from "./crc32";
import vectors from "./go-vectors.json";
import { gzip, shortestGzip } from "./gzip";
import { sample, type SampleKind } from "./testing";

// What Go 1.26's compress/gzip wrote on its highest level for the same inputs.
test.each(vectors.small)(
  "$length bytes of $kind are compressed as Go does",
  (vector) => {
    const input = sample(vector.kind as SampleKind, vector.length);
    expect(toBase64(gzip(input))).toBe(vector.gzip);
  },
);

test.each(vectors.large)(
  "$length bytes of $kind are compressed as Go does, across blocks and windows",
  (vector) => {
    const zipped = gzip(sample(vector.kind as SampleKind, vector.length));
    expect([zipped.length, crc32(zipped)]).toEqual([
      vector.bytes,
      vector.crc32,
    ]);
  },
);

test("what was compressed before leaves no trace", () => {
  const input = sample("unit-text", 3000);
  const alone = gzip(input);
  gzip(sample("few-letters", 50_000));
  gzip(sample("unit-text", 2999));
  expect(gzip(input)).toEqual(alone);
});

test("any bytes come back", () => {
  const repetitive = fc
    .tuple(fc.uint8Array({ maxLength: 300 }), fc.nat(200))
    .map(([bytes, times]) =>
      Uint8Array.from(
        { length: bytes.length * times },
        (_, index) => bytes[index % bytes.length]!,
      ),
    );
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), repetitive), (bytes) => {
      const zipped = gzip(bytes);
      expect(gunzipSync(zipped)).toEqual(bytes);
      if (bytes.length > 0) {
        expect(zipped.length).toBeGreaterThanOrEqual(shortestGzip);
      }
    }),
  );
});

test.each([
  ["", 0, "nothing"],
  ["123456789", 0xcbf43926, "the value every CRC-32 is checked by"],
])("checksum of %j is %i: %s", (text, sum) => {
  expect(crc32(new TextEncoder().encode(text))).toBe(sum);
});
