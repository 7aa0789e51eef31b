import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCpio, readIso } from "../testing/images";
import { cpio } from "./cpio";
import { iso9660 } from "./iso9660";
import { imageOf } from ".";

const node = { config: '{"ignition":{"version":"3.3.0"}}', name: "node 1" };

test("a config drive has the label and the path that Ignition looks for", () => {
  const { label, files } = readIso(imageOf("config-drive", node));
  expect(label).toBe("config-2");
  expect([...files.keys()]).toEqual(["/openstack/latest/user_data"]);
});

test("a drive for Proxmox has the files that Ignition and Afterburn read", () => {
  const { label, files } = readIso(imageOf("nocloud-drive", node));
  expect(label).toBe("cidata");
  expect([...files.keys()]).toEqual([
    "/meta-data",
    "/network-config",
    "/user-data",
    "/vendor-data",
  ]);
  expect(String(files.get("/meta-data"))).toBe('instance-id: "node-1"\n');
});

test("an initramfs has the config for root alone, below folders that come first", () => {
  const files = readCpio(gunzipSync(imageOf("initramfs", node)));
  expect(
    [...files].map(([path, { mode }]) => [path, mode.toString(8)]),
  ).toEqual([
    ["usr", "40755"],
    ["usr/share", "40755"],
    ["usr/share/oem", "40755"],
    ["usr/share/oem/config.ign", "100600"],
  ]);
});

test.each(["config-drive", "nocloud-drive", "initramfs"] as const)(
  "%s has no time of day in it",
  (kind) => {
    expect(imageOf(kind, node)).toEqual(imageOf(kind, node));
  },
);

// Around the edges of blocks and paddings.
const sizes = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.integer({ min: 2045, max: 2051 }),
  fc.integer({ min: 0, max: 70_000 }),
);
const path = fc
  .array(fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/), {
    minLength: 1,
    maxLength: 4,
  })
  .map((names) => names.join("/"));

test("files of any size come back from a CD and from an archive", () => {
  fc.assert(
    fc.property(path, sizes, fc.nat(255), (path, size, fill) => {
      const bytes = new Uint8Array(size).fill(fill);
      const files = [
        { path, bytes },
        { path: `z/${path}`, bytes: bytes.slice(size >> 1) },
      ];
      const iso = readIso(iso9660("label", files)).files;
      const archive = readCpio(cpio(files));
      for (const { path, bytes } of files) {
        expect(Buffer.compare(iso.get(`/${path}`)!, bytes)).toBe(0);
        expect(Buffer.compare(archive.get(path)!.body, bytes)).toBe(0);
      }
    }),
    { numRuns: 60 },
  );
});

test("names that are one without Rock Ridge are refused", () => {
  const bytes = new Uint8Array();
  expect(() =>
    iso9660("label", [
      { path: "a-b", bytes },
      { path: "a_b", bytes },
    ]),
  ).toThrow(/one plain name/);
});
