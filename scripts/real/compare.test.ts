import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getgid, getuid } from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { treeOf } from "@/lib/boot/tree";
import type { IgnitionConfig } from "@/lib/butane";
import { differences, pathsBelow } from "./compare";

const me = { user: { id: getuid!() }, group: { id: getgid!() } };
const url = "https://example.com/image";
const bodies = new Map([[url, Buffer.from("image")]]);

const config: IgnitionConfig = {
  ignition: { version: "3.3.0" },
  storage: {
    directories: [{ path: "/a", mode: 0o700, ...me }],
    files: [
      { path: "/a/text", mode: 0o640, contents: { source: "data:,x" }, ...me },
      { path: "/a/image", contents: { source: url }, ...me },
    ],
    links: [
      { path: "/a/link", target: "/a/text", ...me },
      { path: "/a/same", target: "/a/text", hard: true },
    ],
  },
};

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kindling-compare-"));
  mkdirSync(join(root, "etc"));
  for (const file of ["passwd", "group"])
    writeFileSync(join(root, "etc", file), "");
  mkdirSync(join(root, "a"), { mode: 0o700 });
  writeFileSync(join(root, "a/text"), "x");
  chmodSync(join(root, "a/text"), 0o640);
  writeFileSync(join(root, "a/image"), "image");
  chmodSync(join(root, "a/image"), 0o644);
  symlinkSync("/a/text", join(root, "a/link"));
  linkSync(join(root, "a/text"), join(root, "a/same"));
});
afterEach(() => rmSync(root, { recursive: true }));

const found = () =>
  differences(treeOf(config), root, bodies, new Set(["/etc"]));

test("a tree as it was predicted has no differences", () => {
  expect(found()).toEqual([]);
});

const at = (path: string) => join(root, path);
const exchange = (path: string, make: () => void) => {
  rmSync(at(path));
  make();
};

test.each<[string, () => void, string]>([
  [
    "a file that is missing",
    () => rmSync(at("a/image")),
    "/a/image is not there",
  ],
  [
    "one too many",
    () => writeFileSync(at("a/more"), ""),
    "/a/more was not predicted",
  ],
  [
    "another mode",
    () => chmodSync(at("a/text"), 0o600),
    "/a/text has mode 600, not 640",
  ],
  [
    "a folder's mode",
    () => chmodSync(at("a"), 0o755),
    "/a has mode 755, not 700",
  ],
  [
    "another text",
    () => writeFileSync(at("a/text"), "y!"),
    "/a/text holds 2 bytes that are not the 1 predicted",
  ],
  [
    "another download",
    () => writeFileSync(at("a/image"), "imagf"),
    "/a/image holds 5 bytes that are not the 5 predicted",
  ],
  [
    "another target",
    () => exchange("a/link", () => symlinkSync("/b", at("a/link"))),
    "/a/link leads to /b, not to /a/text",
  ],
  [
    "a file for a link",
    () => exchange("a/link", () => writeFileSync(at("a/link"), "")),
    "/a/link is no link",
  ],
  [
    "a copy for a hard link",
    () => exchange("a/same", () => writeFileSync(at("a/same"), "x")),
    "/a/same is not /a/text itself",
  ],
])("%s is found", (_, change, expected) => {
  change();
  expect(found()).toEqual([expected]);
});

test("an owner that is not the one who was asked for is found", () => {
  const other = {
    ...config,
    storage: { files: [{ path: "/a/text", user: { id: me.user.id + 1 } }] },
  };
  expect(
    differences(treeOf(other), root, bodies, new Set(pathsBelow(root)))[0],
  ).toMatch(/^\/a\/text belongs to /);
});

test.each<[string, string, string | null]>([
  ["as long and as it looks", "a 01 b", null],
  ["of other letters", "a 0g b", "holds 6 bytes that are not the 6 predicted"],
  ["of another length", "a 0 b", "holds 5 bytes that are not the 6 predicted"],
  ["beside others", "a 01 c", "holds 6 bytes that are not the 6 predicted"],
])("what is made on the node is %s", (_, text, expected) => {
  writeFileSync(at("a/text"), text);
  const bytes = (part: string) => ({ bytes: Buffer.from(part) });
  const { files, presets } = treeOf(config);
  const content = [
    bytes("a "),
    { random: "key" as const, length: 2 },
    bytes(" b"),
  ];
  const predicted = files.map((file) =>
    file.path === "/a/text" && file.kind === "file"
      ? { ...file, content }
      : file,
  );
  expect(
    differences({ files: predicted, presets }, root, bodies, new Set(["/etc"])),
  ).toEqual(expected === null ? [] : [`/a/text ${expected}`]);
});
