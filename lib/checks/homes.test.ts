import { expect, test } from "vitest";
import { fixed, key, told } from "./testing";

const node = (user: object, ...filesystems: object[]) => ({
  users: { users: [{ keys: [key], ...user }] },
  storage: {
    filesystems: filesystems.map((one, index) => ({
      device: `/dev/disk/by-partlabel/${index}`,
      format: "ext4",
      wipe: true,
      ...one,
    })),
  },
});

const about = (stored: object) =>
  told(stored).filter((one) => one.startsWith("keys-without-home"));

const core = { name: "core" };
const bare = { name: "ops", noCreateHome: true };
const kept = { wipe: false };

test.each<[string, object, string]>([
  ["a new account without a home", node(bare), "users.users.0.noCreateHome"],
  [
    "one whose home is on a new filesystem",
    node(bare, { path: "/home/ops" }),
    "users.users.0.noCreateHome",
  ],
  [
    "core, whose home is hidden",
    node(core, { path: "/home" }),
    "storage.filesystems.0.path",
  ],
  [
    "core, whose home is a filesystem of root's",
    node(core, { path: "/home/core" }),
    "storage.filesystems.0.path",
  ],
  [
    "the same, where the filesystem may be kept",
    node(core, { path: "/home", ...kept }),
    "storage.filesystems.0.path",
  ],
])("keys cannot be written for %s", (_, stored, field) => {
  expect(about(stored)).toEqual([`keys-without-home ${field}`]);
});

test.each<[string, object]>([
  ["core", node(core)],
  ["core with a filesystem in its home", node(core, { path: "/home/core/a" })],
  [
    "core with its home made once more by what is mounted in it",
    node(core, { path: "/home" }, { path: "/home/core/a" }),
  ],
  ["swap", node(core, { path: "/home", format: "swap" })],
  ["root", node({ name: "root" }, { path: "/root" })],
  ["a new account", node({ name: "ops" }, { path: "/home" })],
  [
    "a new account whose home is a filesystem",
    node({ name: "ops" }, { path: "/home/ops" }),
  ],
  [
    "an account whose home may be on a filesystem that is kept",
    node(bare, { path: "/home", ...kept }),
  ],
  ["an account without keys", node({ ...bare, keys: [] })],
])("keys can be written for %s", (_, stored) => {
  expect(about(stored)).toEqual([]);
});

test("the home is made with one click", () => {
  const mended = fixed(node(bare), "keys-without-home");
  expect(mended.users.users[0]).not.toHaveProperty("noCreateHome");
});
