import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Catalogue } from "@/lib/butane";
import { printCatalogue } from "./print-catalogue";
import { readCatalogue } from "./read-catalogue";

const text = readFileSync(
  new URL("../../public/catalogue.json", import.meta.url),
  "utf8",
);
const hash = `sha256-${"a".repeat(64)}`;
const small = {
  date: "2026-08-01",
  bakery: "https://mirror.example/extensions/",
  releases: {
    btop: [
      { version: "1.4.6", hashes: { "x86-64": hash, arm64: hash } },
      { version: "1.4.5" },
    ],
    crio: [{ version: "v1.32.2", hashes: { arm64: hash } }],
  },
} satisfies Catalogue;

test("the snapshot is a catalogue, printed as it is kept", () => {
  const read = readCatalogue(JSON.parse(text));
  expect(read).not.toBeNull();
  expect(printCatalogue(read!)).toBe(text);
});

test("what is printed is read again", () => {
  expect(readCatalogue(JSON.parse(printCatalogue(small)))).toEqual(small);
});

test("nothing but a catalogue is taken over", () => {
  expect(readCatalogue({ ...small, script: "<script>" })).toEqual(small);
});

test.each<[string, unknown]>([
  ["nothing", null],
  ["a list", []],
  ["a page", "<!DOCTYPE html>"],
  ["no day", { ...small, date: "yesterday" }],
  ["a day that does not exist", { ...small, date: "2026-13-01" }],
  ["an address without its slash", { ...small, bakery: "https://a.example" }],
  ["another kind of address", { ...small, bakery: "javascript:alert(1)/" }],
  ["no releases", { ...small, releases: null }],
  ["releases that are no list", { ...small, releases: { btop: {} } }],
  [
    "a version that leaves its folder",
    { ...small, releases: { btop: [{ version: "../../etc" }] } },
  ],
  [
    "a version for a shell",
    { ...small, releases: { btop: [{ version: "1;reboot" }] } },
  ],
  [
    "a hash of another kind",
    {
      ...small,
      releases: { btop: [{ version: "1.0", hashes: { arm64: "md5-1" } }] },
    },
  ],
  [
    "an architecture nobody has",
    {
      ...small,
      releases: { btop: [{ version: "1.0", hashes: { amd64: hash } }] },
    },
  ],
])("%s is no catalogue", (_what, value) => {
  expect(readCatalogue(value)).toBeNull();
});
