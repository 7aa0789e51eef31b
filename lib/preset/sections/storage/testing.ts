import fc from "fast-check";

const guid = "0FC63DAF-8483-4772-8E79-3D69D8477DE4";

const disks = fc.constantFrom<object[]>(
  [{ device: "/dev/sdb", wipeTable: true, partitions: [{ number: 1 }] }],
  [
    {
      device: "/dev/disk/by-id/one",
      partitions: [
        { number: 1, label: "data", sizeMib: 1024, typeGuid: guid },
        { number: 2, startMib: 2048, sizeMib: 512, guid, wipeEntry: true },
        { number: 5, label: "rest", startMib: 4096, resize: true },
      ],
    },
    {
      device: "/dev/vdc",
      partitions: [{ number: 3, absent: true, wipeEntry: true }],
    },
  ],
);

const raid = fc.constantFrom<object[]>(
  [{ name: "data", level: "raid1", devices: ["/dev/sdd", "/dev/sde"] }],
  [
    {
      name: "data",
      level: "raid5",
      devices: ["/dev/sdd", "/dev/sde", "/dev/sdf"],
      spares: 1,
      options: ["--assume-clean"],
    },
  ],
);

const device = { name: "data", device: "/dev/sdg" };
const luks = fc.constantFrom<object[]>(
  [{ ...device, wipe: true }],
  [{ ...device, label: "crypt", key: { inline: "a long key" } }],
  [
    {
      ...device,
      options: ["--pbkdf", "argon2id"],
      key: {
        source: "https://example.com/key",
        hash: `sha256-${"0".repeat(64)}`,
        headers: [{ name: "Authorization", value: "Bearer abc" }],
      },
    },
  ],
  [{ ...device, tpm2: "any" }],
  [
    { ...device, tpm2: "measured" },
    { name: "more", device: "/dev/sdh", tpm2: "measured", pcrs: "4+7" },
  ],
);

const filesystems = fc.constantFrom<object[]>(
  [{ device: "/dev/sdi", format: "ext4", path: "/srv/one", mountUnit: true }],
  [
    {
      device: "/dev/sdi",
      format: "xfs",
      path: "/srv/one",
      label: "one",
      wipe: true,
      options: ["-K"],
      mountOptions: ["noatime", "prjquota"],
    },
    { device: "/dev/sdj", format: "swap", mountUnit: true },
    { device: "/dev/disk/by-label/OEM", format: "btrfs", path: "/oem" },
  ],
);

const lvm = fc.constantFrom<object[]>(
  [{ name: "fast", devices: ["/dev/nvme0n1"] }],
  [
    {
      name: "fast",
      devices: ["/dev/nvme0n1", "/dev/nvme1n1"],
      volumes: [
        { name: "a", size: "10G", format: "ext4", path: "/srv/fast" },
        { name: "b", size: "50%FREE" },
        { name: "c", format: "xfs", path: "/srv/rest-of-it" },
      ],
    },
  ],
);

const mounts = fc.constantFrom<object[]>(
  [{ what: "nfs.example.com:/www", where: "/srv/www" }],
  [
    { what: "10.0.0.1:/a%b", where: "/srv/www", options: "ro,soft" },
    { what: "/dev/disk/by-label/x", where: "/srv/x-y", type: "ext4" },
  ],
);

const swap = fc.record(
  {
    fileMib: fc.constantFrom(512, 2048),
    filePath: fc.constantFrom("/var/vm/swapfile1", "/var/my-swap"),
    zram: fc.constant(true),
    swappiness: fc.constantFrom("0", "10"),
  },
  { requiredKeys: ["fileMib"], noNullPrototype: true },
);

const iscsi = fc.constantFrom<object>(
  { enabled: true },
  {
    enabled: true,
    initiator: "iqn.2026-01.com.example:node-1",
    isnsAddress: "10.0.0.9",
    isnsPort: 3205,
    username: "node",
    password: "secret words",
  },
);

/** Storage as a careful person might set it up, in stored form: the spec has nothing against it, and reading finds it again. */
export const soundStorage = fc.record(
  { disks, raid, luks, filesystems, lvm, mounts, swap, iscsi },
  { requiredKeys: [], noNullPrototype: true },
);
