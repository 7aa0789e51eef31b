import { expect, test } from "vitest";
import { readChecksums } from "./checksums";

const hex = "0123456789abcdef".repeat(4);
const long = hex + hex;

test.each([
  [`${hex}  a-1.0-arm64.raw`, "a-1.0-arm64.raw", "as sha256sum prints it"],
  [`${hex} *a-1.0.raw`, "a-1.0.raw", "as sha256sum -b prints it"],
  [`${hex}  ./a-1.0.raw`, "a-1.0.raw", "of files that were named with ./"],
  [`${hex.toUpperCase()}  a.raw`, "a.raw", "in capitals"],
  [`SHA256 (a.raw) = ${hex}`, "a.raw", "as sha256sum --tag prints it"],
  [`\uFEFF${hex}  a.raw\r`, "a.raw", "from Windows"],
  [
    `${hex}  k3s-v1.32.2+k3s1-x86-64.raw`,
    "k3s-v1.32.2+k3s1-x86-64.raw",
    "with a plus, which stays a plus",
  ],
  [`${hex}  two words.raw`, "two words.raw", "with a space in the name"],
])("%j is read: %s", (line, name) => {
  expect(readChecksums(`${line}\n`)).toEqual({
    sums: [{ name, hash: `sha256-${hex}`, line: 1 }],
    strange: [],
    cut: false,
  });
});

test("sha512 is told by its length", () => {
  const { sums } = readChecksums(`${long}  a.raw\nSHA512 (b.raw) = ${long}\n`);
  expect(sums.map(({ name, hash }) => [name, hash])).toEqual([
    ["a.raw", `sha512-${long}`],
    ["b.raw", `sha512-${long}`],
  ]);
});

test.each([
  ["<!DOCTYPE html>", "a page"],
  [`${hex}`, "a hash alone"],
  [`${hex.slice(1)}  a.raw`, "a hash that is too short"],
  [`g${hex.slice(1)}  a.raw`, "a letter that is no digit"],
  [`${hex}  `, "no name"],
])("%j is no checksum: %s", (line) => {
  const { sums, strange } = readChecksums(`\n${line}\n`);
  expect(sums).toEqual([]);
  expect(strange).toEqual([{ line: 2, text: line.trimEnd() }]);
});

test("a text without an end of line may have been cut", () => {
  expect(readChecksums(`${hex}  a.raw`).cut).toBe(true);
  expect(readChecksums("").cut).toBe(false);
});

test("of a large text that is none, ten lines are told", () => {
  const { strange } = readChecksums("<p>".repeat(99) + "\n<p>".repeat(99_999));
  expect(strange).toHaveLength(10);
  expect(strange[0]!.text).toHaveLength(80);
});
