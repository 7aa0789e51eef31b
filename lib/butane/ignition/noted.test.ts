import { expect, test } from "vitest";
import { isNoted } from "./noted";
import { v3_2 } from "./v3_2";

const config = {
  passwd: {},
  storage: {
    disks: [{ device: "", partitions: [{}, { number: 1 }] }],
    files: [{ path: "", mode: 0, append: [], contents: { source: "" } }],
  },
};

test.each([
  ["storage", true, "a struct with something in it"],
  ["passwd", false, "an empty struct"],
  ["systemd", false, "a struct that is not there"],
  ["storage.disks", true, "a list"],
  ["storage.raid", false, "a list that is not there"],
  ["storage.disks.0.device", true, "an empty value that is no pointer"],
  ["storage.disks.0.partitions.0", false, "an item with nothing in it"],
  ["storage.disks.0.partitions.0.number", true, "its value that is no pointer"],
  ["storage.disks.0.partitions.1", true, "an item with something in it"],
  ["storage.disks.1", false, "an item that is not there"],
  ["storage.files.0", true, "a file, whatever is in it"],
  ["storage.files.0.path", true, "an empty path"],
  ["storage.files.0.mode", true, "a pointer to zero"],
  ["storage.files.0.overwrite", false, "a pointer to nothing"],
  ["storage.files.0.append", true, "an empty list that is there"],
  ["storage.files.0.contents.source", true, "a pointer to an empty text"],
  ["storage.nothing", false, "a key that Ignition does not know"],
])("%s: %s, %s", (place, expected) => {
  const path = place
    .split(".")
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  expect(isNoted(v3_2.config, config, path)).toBe(expected);
});
