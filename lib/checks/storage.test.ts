import { describe, expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { recipes } from "@/lib/preset/sections/storage/recipes";
import { catalogue, chosen, kubernetes, presetOf, told, user } from "./testing";

const root = "/dev/disk/by-partlabel/ROOT";
const rootType = "be9067b9-ea49-4f15-b4f6-f36f8c9e1818";

/** What is said about storage, told by typed Butane or by the section. */
const saidOf = (stored: object) =>
  told({ ...user({}), ...stored }).filter(
    (one) => !one.startsWith("secret-in-user-data"),
  );
const said = (storage: object) => saidOf({ storage });

test.each(recipes.map((recipe) => [recipe.label, recipe] as const))(
  "nothing is wrong with %s",
  (_, { apply }) => {
    const preset = presetOf(user({}));
    const { problems } = run(
      { ...preset, storage: apply(preset.storage) },
      catalogue,
    );
    expect(problems.map(({ code }) => code)).toEqual([]);
  },
);

test.each<[string, object, string[]]>([
  [
    "a partition that Flatcar boots from is formatted",
    { filesystems: [{ device: "/dev/disk/by-label/USR-A", format: "ext4" }] },
    ["system-partition storage.filesystems.0.device"],
  ],
  [
    "an array is used that nothing makes",
    { filesystems: [{ device: "/dev/md/data", format: "ext4" }] },
    ["device-unmade storage.filesystems.0.device"],
  ],
  [
    "a device is opened that nothing encrypts",
    { filesystems: [{ device: "/dev/mapper/data", format: "ext4" }] },
    ["device-unmade storage.filesystems.0.device"],
  ],
  [
    "an array lies on a partition that no disk has",
    {
      raid: [
        {
          name: "data",
          level: "raid1",
          devices: ["/dev/disk/by-partlabel/a", "/dev/sdc"],
        },
      ],
    },
    ["device-unmade storage.raid.0.devices.0"],
  ],
  [
    "a mirror has one disk beside its spare",
    {
      raid: [
        {
          name: "data",
          level: "raid1",
          spares: 1,
          devices: ["/dev/sdb", "/dev/sdc"],
        },
      ],
    },
    ["raid-too-small storage.raid.0.devices"],
  ],
  [
    "RAID 6 has three disks",
    {
      raid: [
        {
          name: "data",
          level: "raid6",
          devices: ["/dev/sdb", "/dev/sdc", "/dev/sdd"],
        },
      ],
    },
    ["raid-too-small storage.raid.0.devices"],
  ],
  [
    "the root loses its name",
    { filesystems: [{ device: root, format: "btrfs", wipe: true }] },
    ["root-label-missing storage.filesystems.0"],
  ],
  [
    "the root is encrypted and no root made in it",
    { luks: [{ name: "a", device: root, wipe: true }] },
    ["root-label-missing storage.luks.0.device"],
  ],
  [
    "a second root beside the one of the image",
    { filesystems: [{ device: "/dev/sdb", format: "ext4", label: "ROOT" }] },
    ["root-label-twice storage.filesystems.0.label"],
  ],
  [
    "two roots of one's own",
    {
      filesystems: [
        { device: root, format: "ext4", label: "ROOT", wipe: true },
        { device: "/dev/sdb", format: "ext4", label: "ROOT" },
      ],
    },
    ["root-label-twice storage.filesystems.1.label"],
  ],
  [
    "two filesystems at one place",
    {
      filesystems: ["/dev/vdb-a", "/dev/vdb-b"].map((device) => ({
        device,
        format: "ext4",
        path: "/srv",
        mountUnit: true,
      })),
    },
    // Their units have one name, which the spec refuses as well.
    [
      "duplicate storage.filesystems.1.mountUnit",
      "mount-twice storage.filesystems.1.path",
    ],
  ],
  [
    "a filesystem that only Ignition mounts",
    {
      filesystems: [{ device: "/dev/sdb", format: "ext4", path: "/srv" }],
    },
    ["mount-unit-missing storage.filesystems.0.path"],
  ],
  [
    "swap that nobody switches on",
    { filesystems: [{ device: "/dev/sdb", format: "swap" }] },
    ["mount-unit-missing storage.filesystems.0.format"],
  ],
  [
    "a mount by a name that changes",
    {
      filesystems: [
        { device: "/dev/sdb1", format: "ext4", path: "/srv", mountUnit: true },
      ],
    },
    ["device-name-changes storage.filesystems.0.device"],
  ],
  [
    "a swap file on XFS",
    {
      swap: { fileMib: 100 },
      filesystems: [{ device: root, format: "xfs", label: "ROOT", wipe: true }],
    },
    ["swap-file-on-xfs storage.swap.fileMib"],
  ],
  [
    "the TPM for a data disk",
    { luks: [{ name: "a", device: "/dev/sdb", tpm2: "any" }] },
    ["tpm-not-root storage.luks.0.tpm2"],
  ],
  [
    "registers that are none",
    {
      luks: [{ name: "a", device: "/dev/sdb", tpm2: "measured", pcrs: "x" }],
    },
    ["storage-unwritten storage.luks.0.pcrs"],
  ],
  [
    "a mount at no path",
    { mounts: [{ what: "nas:/a", where: "srv" }] },
    ["storage-unwritten storage.mounts.0.where"],
  ],
  [
    "names that a command line would split",
    {
      lvm: [
        {
          name: "a b",
          devices: ["/dev/sdb;"],
          volumes: [{ name: "c", size: "much" }],
        },
      ],
    },
    [
      "storage-unwritten storage.lvm.0.name",
      "storage-unwritten storage.lvm.0.devices.0",
      "storage-unwritten storage.lvm.0.volumes.0.size",
    ],
  ],
  [
    "swap that cannot be",
    { swap: { fileMib: 5, filePath: "/a b", swappiness: "low" } },
    [
      "storage-unwritten storage.swap.filePath",
      "storage-unwritten storage.swap.swappiness",
    ],
  ],
  [
    "a swap file of less than nothing",
    { swap: { fileMib: -5 } },
    ["storage-unwritten storage.swap.fileMib"],
  ],
])("it is told when %s", (_, storage, expected) => {
  expect(said(storage)).toEqual(expected);
});

test("the TPM unlocks since 3913.0.1", () => {
  const storage = {
    luks: [{ name: "a", device: root, wipe: true, tpm2: "any" }],
    filesystems: [{ device: "/dev/mapper/a", format: "ext4", label: "ROOT" }],
  };
  const on = (release: string) => saidOf({ storage, target: { release } });
  expect(on("3913.0.0")).toContain("tpm-too-new storage.luks.0.tpm2");
  expect(on("3913.0.1")).toEqual([]);
});

describe("RAID and the type of its partitions", () => {
  const node = (label: string, typeGuid: string) => ({
    disks: [
      { device: "/dev/vdb", partitions: [{ number: 1, label: "a", typeGuid }] },
      { device: "/dev/vdc", partitions: [{ number: 1, typeGuid: rootType }] },
    ],
    raid: [
      {
        name: "array",
        level: "raid1",
        devices: ["/dev/disk/by-partlabel/a", "/dev/vdc1"],
      },
    ],
    filesystems: [
      { device: "/dev/md/array", format: "ext4", label },
      { device: "/dev/vda9", format: "ext4", label: "unused", wipe: true },
    ],
  });

  test("that of the root has Flatcar's own", () => {
    expect(said(node("ROOT", rootType))).toEqual([]);
    expect(said(node("ROOT", "A19D880F-05FC-4D3B-A006-743F0F84911E"))).toEqual([
      "raid-root-type storage.disks.0.partitions.0.typeGuid",
    ]);
    expect(said(node("ROOT", ""))).toEqual([
      "raid-root-type storage.raid.0.devices.0",
    ]);
  });

  test("others have not", () => {
    expect(said(node("DATA", rootType))).toContain(
      "raid-data-type storage.disks.0.partitions.0.typeGuid",
    );
  });
});

test("a filesystem without a unit gets one by its fix", () => {
  const stored = {
    storage: {
      filesystems: [{ device: "/dev/sdb", format: "ext4", path: "/srv" }],
    },
  };
  const { problems } = run(presetOf(stored), catalogue);
  expect(
    problems.find(({ code }) => code === "mount-unit-missing")?.fix?.edits,
  ).toEqual([
    { path: ["storage", "filesystems", 0, "mountUnit"], value: true },
  ]);
});

test("a mount unit of one's own is enough", () => {
  expect(
    saidOf({
      storage: {
        filesystems: [
          { device: "/dev/disk/by-id/x", format: "ext4", path: "/srv" },
        ],
      },
      units: {
        units: [
          {
            name: "srv.mount",
            enabled: "yes",
            contents:
              "[Mount]\nWhat=/dev/disk/by-id/x\nWhere=/srv\n\n[Install]\nWantedBy=local-fs.target\n",
          },
        ],
      },
    }),
  ).toEqual([]);
});

test.each([
  ["4593.2.5", "/opt", "From 4628 on, and so after an update of the OS"],
  ["4757.1.0", "/var", "Flatcar 4757.1.0 merges images in the initrd"],
  ["4757.1.0", "/opt/extensions", "before /opt/extensions is mounted"],
])(
  "on %s, what is mounted at %s comes too late for images",
  (release, path, says) => {
    const mounts = [{ what: "/dev/disk/by-label/x", where: path }];
    const late = (stored: object) =>
      run(
        presetOf({ target: { release }, storage: { mounts }, ...stored }),
        catalogue,
      ).problems.filter(({ code }) => code === "mount-hides-extensions");
    const [told, ...more] = late(chosen(kubernetes));
    expect(told?.sentence).toContain(says);
    expect(more).toEqual([]);
    expect(late({})).toEqual([]);
  },
);

test("a mount below /opt is told without an extension, too: Docker is one", () => {
  const filesystems = [
    {
      device: "/dev/disk/by-id/x",
      format: "ext4",
      path: "/opt/data",
      mountUnit: true,
    },
  ];
  expect(said({ filesystems })).toEqual([
    "mount-below-opt storage.filesystems.0.path",
  ]);
  expect(said({ mounts: [{ what: "nas:/a", where: "/opt/data" }] })).toEqual([
    "mount-below-opt storage.mounts.0.where",
  ]);
});
