import { expect, test } from "vitest";
import type { IgnitionConfig } from "@/lib/butane";
import { contentOutline } from "./content-bytes";
import { treeOf } from "./tree";

type Storage = NonNullable<IgnitionConfig["storage"]>;
type Passwd = NonNullable<IgnitionConfig["passwd"]>;

/** Folders as `mode owner path: note`, those that only lead to something without the rest. */
function folders(storage: Storage, passwd: Passwd = {}): string[] {
  const { files } = treeOf({
    ignition: { version: "3.4.0" },
    storage,
    passwd,
  });
  return files.flatMap((file) => {
    if (file.kind !== "directory") return [];
    if (!file.from) return [file.path];
    const { mode, user, group, path, note } = file;
    const about = note ? `: ${note}` : "";
    return [`${mode?.toString(8)} ${user}:${group} ${path}${about}`];
  });
}

const files = (storage: Storage) =>
  treeOf({ ignition: { version: "3.4.0" }, storage }).files.flatMap((file) =>
    file.kind === "file"
      ? [`${file.mode.toString(8)} ${file.path} ${contentOutline(file)}`]
      : [],
  );

const disk = { device: "/dev/sdb", format: "ext4", wipeFilesystem: true };

test.each<[string, Storage, string[]]>([
  [
    "a filesystem is seen where it is mounted, with the folders that lead there",
    { filesystems: [{ ...disk, path: "/srv/a/b" }] },
    [
      "/srv",
      "/srv/a",
      "755 0:0 /srv/a/b: the ext4 on /dev/sdb",
      "700 0:0 /srv/a/b/lost+found",
    ],
  ],
  [
    "only ext4 has lost+found, and what is not wiped may be kept",
    { filesystems: [{ device: "/dev/sdb", format: "xfs", path: "/data" }] },
    ["755 0:0 /data: the xfs on /dev/sdb, which is kept where it is there"],
  ],
  [
    "swap, what has no format, and what has no path are not mounted",
    {
      filesystems: [
        { device: "/dev/sdb", format: "swap", path: "/a" },
        { device: "/dev/sdc", format: "none", path: "/b" },
        { device: "/dev/sdd", path: "/c" },
        { device: "/dev/sde", format: "ext4" },
      ],
    },
    [],
  ],
  [
    "mke2fs may give the top to somebody",
    {
      filesystems: [
        { ...disk, path: "/a", options: ["-E", "nodiscard,root_owner=500:7"] },
      ],
    },
    ["755 500:7 /a: the ext4 on /dev/sdb", "700 0:0 /a/lost+found"],
  ],
  [
    "a folder of the config changes only what it names",
    {
      filesystems: [
        { device: "/dev/sdb", format: "btrfs", path: "/a" },
        { ...disk, path: "/b", options: ["-E", "root_owner=500:7"] },
      ],
      directories: [
        { path: "/a", mode: 0o711 },
        { path: "/b", user: { name: "core" } },
      ],
    },
    [
      "711 0:0 /a: the btrfs on /dev/sdb, which is kept where it is there",
      "755 core:7 /b: the ext4 on /dev/sdb",
      "700 0:0 /b/lost+found",
    ],
  ],
  [
    "at / it is the root filesystem",
    { filesystems: [{ ...disk, path: "/" }] },
    ["755 0:0 /: the ext4 on /dev/sdb", "700 0:0 /lost+found"],
  ],
])("%s", (_name, storage, expected) => {
  expect(folders(storage)).toEqual(expected);
});

test.each<[string, string[], object, string[]]>([
  [
    "folders in a home become its owner's",
    ["/home/ops/data"],
    {},
    [
      "/home",
      "700 ops:ops /home/ops",
      "700 ops:ops /home/ops/data: the ext4 on /dev/sdb",
      "700 0:0 /home/ops/data/lost+found",
    ],
  ],
  [
    "and so does a filesystem that is the home itself",
    ["/srv/ops"],
    { homeDir: "/srv/ops", primaryGroup: "wheel" },
    [
      "/srv",
      "700 ops:wheel /srv/ops: the ext4 on /dev/sdb",
      "700 0:0 /srv/ops/lost+found",
    ],
  ],
  [
    "but not where no home is to be made",
    ["/home/ops"],
    { noCreateHome: true },
    [
      "/home",
      "755 0:0 /home/ops: the ext4 on /dev/sdb",
      "700 0:0 /home/ops/lost+found",
    ],
  ],
  [
    "core's home is there before, until something is mounted over it",
    ["/home/core"],
    { name: "core" },
    [
      "/home",
      "755 0:0 /home/core: the ext4 on /dev/sdb",
      "700 0:0 /home/core/lost+found",
    ],
  ],
  [
    "parents are mounted first, and hide what was there",
    ["/home/core/x", "/home"],
    { name: "core" },
    [
      "755 0:0 /home: the ext4 on /dev/sdb",
      "700 core:core /home/core",
      "700 core:core /home/core/x: the ext4 on /dev/sdb",
      "700 0:0 /home/core/x/lost+found",
      "700 0:0 /home/lost+found",
    ],
  ],
])("%s", (_name, paths, user, expected) => {
  const filesystems = paths.map((path) => ({ ...disk, path }));
  const passwd = { users: [{ name: "ops", ...user }] };
  expect(folders({ filesystems }, passwd)).toEqual(expected);
});

const luks = { name: "data", device: "/dev/sdb" };
const uuid = "6E9F3C1A-52B7-4D0C-9A57-0B8E4F6D2C31";

test.each<[string, Storage, string[]]>([
  [
    "Ignition makes a key, and the device gets a UUID",
    { luks: [luks] },
    [
      "600 /etc/crypttab data UUID=… /etc/luks/data luks\n",
      "600 /etc/luks/data …",
    ],
  ],
  [
    "both may come with the config; a UUID is written in small letters",
    { luks: [{ ...luks, uuid, keyFile: { source: "data:,secret" } }] },
    [
      `600 /etc/crypttab data UUID=${uuid.toLowerCase()} /etc/luks/data luks\n`,
      "600 /etc/luks/data secret",
    ],
  ],
  [
    "what Clevis opens has no key file",
    {
      luks: [
        { ...luks, clevis: { tpm2: true } },
        { ...luks, name: "b", clevis: { tang: [{ url: "https://a" }] } },
        {
          ...luks,
          name: "c",
          clevis: { custom: { pin: "sss", config: "{}", needsNetwork: true } },
        },
      ],
    },
    [
      "600 /etc/crypttab data UUID=… none luks\nb UUID=… none luks,_netdev\nc UUID=… none luks,_netdev\n",
    ],
  ],
  [
    "lines go behind what the config has there, whatever mode it names",
    {
      luks: [{ ...luks, uuid, keyFile: { source: "data:,k" } }],
      files: [
        {
          path: "/etc/crypttab",
          mode: 0o644,
          contents: { source: "data:,other%0A" },
        },
      ],
    },
    [
      `600 /etc/crypttab other\ndata UUID=${uuid.toLowerCase()} /etc/luks/data luks\n`,
      "600 /etc/luks/data k",
    ],
  ],
])("%s", (_name, storage, expected) => {
  expect(files(storage)).toEqual(expected);
});

test("a key that is fetched is told with its address", () => {
  const { files } = treeOf({
    ignition: { version: "3.4.0" },
    storage: { luks: [{ ...luks, keyFile: { source: "https://a/key" } }] },
  });
  const key = files.find(({ path }) => path === "/etc/luks/data");
  expect(key).toMatchObject({ content: [{ url: "https://a/key" }] });
});

test.each<[string, Storage, string[]]>([
  ["is closed", {}, ["/etc", "700 0:0 /etc/luks"]],
  [
    "stays as open as what is written to it has made it",
    { files: [{ path: "/etc/luks/other" }] },
    ["/etc", "/etc/luks"],
  ],
  [
    "stays as the config has it",
    { directories: [{ path: "/etc/luks", mode: 0o750 }] },
    ["/etc", "750 0:0 /etc/luks"],
  ],
])("the folder of the keys %s", (_name, storage, expected) => {
  expect(folders({ ...storage, luks: [luks] })).toEqual(expected);
});
