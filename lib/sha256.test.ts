import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "@/lib/sha256";

const real = (bytes: Uint8Array) =>
  createHash("sha256").update(bytes).digest("hex");

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000, 100_000])(
  "%i bytes have the hash that everybody else computes, at every edge of a block",
  (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
    expect(sha256(bytes)).toBe(real(bytes));
  },
);

test("law: any bytes have the hash that Node computes, wherever they lie in their buffer", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(300),
      (bytes, from) => {
        const part = bytes.subarray(Math.min(from, bytes.length));
        expect(sha256(part)).toBe(real(part));
      },
    ),
  );
});
