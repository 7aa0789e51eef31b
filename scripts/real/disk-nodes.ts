import { key, presetOf, type Node } from "./nodes";

const disk = (device: string, path: string) => ({
  device,
  format: "ext4",
  path,
  wipe: true,
});

const encrypted = { device: "/dev/sdb", wipe: true };

const stored: Readonly<Record<string, object>> = {
  "encrypted devices": {
    storage: {
      luks: [
        { ...encrypted, name: "made" },
        {
          ...encrypted,
          name: "given",
          device: "/dev/sdc",
          uuid: "6E9F3C1A-52B7-4D0C-9A57-0B8E4F6D2C31",
          key: { inline: "nobody's secret" },
        },
        {
          ...encrypted,
          name: "fetched",
          device: "/dev/sdd",
          key: { source: "https://keys.example.com/fetched" },
        },
      ],
    },
  },
  "an encrypted device beside others": {
    storage: { luks: [{ ...encrypted, name: "made" }] },
    files: {
      files: [
        {
          path: "/etc/crypttab",
          mode: "0644",
          user: "core",
          contents: { text: "other /dev/sdz none\n" },
        },
        { path: "/etc/luks/other", contents: { text: "nobody's secret" } },
      ],
    },
  },
  "mounts with folders and files": {
    storage: {
      filesystems: [
        disk("/dev/sdb", "/srv/a/b"),
        disk("/dev/sdc", "/srv/a"),
        { ...disk("/dev/sdd", "/data"), format: "xfs" },
        { ...disk("/dev/sde", ""), format: "swap" },
      ],
    },
    files: {
      directories: [
        { path: "/srv/a/b", mode: "1711", group: "docker" },
        { path: "/data", user: "core" },
      ],
      files: [{ path: "/srv/a/b/c/note", contents: { text: "note" } }],
    },
  },
  "mounts in homes": {
    storage: {
      filesystems: [
        disk("/dev/sdb", "/home/ops/data/deep"),
        disk("/dev/sdc", "/srv/app"),
        disk("/dev/sdd", "/home/core/data"),
      ],
    },
    users: {
      users: [
        { name: "core", keys: [key] },
        { name: "ops", keys: [key] },
        { name: "app", homeDir: "/srv/app" },
      ],
    },
  },
  "homes on a filesystem of their own": {
    storage: { filesystems: [disk("/dev/sdb", "/home")] },
    users: { users: [{ name: "ops", keys: [key] }] },
  },
  "keys without a home": {
    users: { users: [{ name: "ops", keys: [key], noCreateHome: true }] },
  },
  "core's home hidden": {
    storage: { filesystems: [disk("/dev/sdb", "/home")] },
    users: { users: [{ name: "core", keys: [key] }] },
  },
  "core's home another's": {
    storage: { filesystems: [disk("/dev/sdb", "/home/core")] },
    users: { users: [{ name: "core", keys: [key] }] },
  },
};

/** Nodes whose disks leave something in the tree, and accounts that it gets in the way of. */
export function diskNodes(): Node[] {
  return Object.entries(stored).map(([name, sections]) => ({
    name,
    preset: presetOf({ kindling: 1, ...sections }),
  }));
}
