import fc from "fast-check";
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { isFatal, transpile } from "@/lib/butane";
import { setAt } from "@/lib/set-at";
import { compose } from "../../compose";
import { secretsIn, withoutSecrets } from "../../secrets";
import { settlePreset } from "../../settle";
import { opened, presetOf as storedPreset } from "../testing";
import { soundStorage } from "./testing";
import { storage as section } from ".";

const presetOf = (storage: object) => storedPreset({ storage });

const textOf = (storage: object) => compose(presetOf(storage)).text;

test("law 2: storage is read from what it wrote, and the spec has nothing against it", () => {
  fc.assert(
    fc.property(soundStorage, (stored) => {
      const preset = presetOf(stored);
      const { text } = compose(preset);
      expect(opened(text).storage).toEqual(preset.storage);
      expect(opened(text).rest.whole).toBe(false);
      expect(transpile(text).report).toEqual([]);
    }),
    { numRuns: 80 },
  );
}, 30_000);

test("law 2: storage is read the same from a text with a comment of somebody's", () => {
  fc.assert(
    fc.property(soundStorage, (stored) => {
      const preset = presetOf(stored);
      const text = `# mine\n${compose(preset).text}`;
      expect(opened(text).storage).toEqual(preset.storage);
    }),
    { numRuns: 40 },
  );
}, 30_000);

test("an empty section writes nothing", () => {
  expect(textOf({})).not.toMatch(/storage|systemd/);
  expect(section.count!(presetOf({}).storage)).toBe(0);
  expect(section.describe!(presetOf({}).storage)).toEqual([]);
});

describe("documents of others", () => {
  const header = "variant: flatcar\nversion: 1.1.0\n";
  const everything = `# by hand
${header}storage:
  disks:
    - device: /dev/sdb
      wipe_table: false
      partitions:
        - {label: swap, number: 1, size_mib: 1024, start_mib: 0, should_exist: true, type_guid: 0657FD6D-A4AB-43C4-84E5-0933C84B4F4F, guid: 01234567-89ab-cdef-edcb-a98765432101, resize: true, wipe_partition_entry: true}
        - {number: 2, should_exist: false, wipe_partition_entry: true}
  raid:
    - {name: data, level: raid1, spares: 1, options: [--verbose], devices: [/dev/sdc, /dev/sdd, /dev/sde]}
  luks:
    - name: secret
      device: /dev/md/data
      label: crypt
      uuid: 01234567-89ab-cdef-edcb-a98765432101
      options: [--verbose]
      discard: true
      open_options: [--perf-no_read_workqueue]
      wipe_volume: true
      key_file:
        source: https://example.com/key.gz
        compression: gzip
        http_headers: [{name: Authorization, value: Bearer abc}]
        verification: {hash: sha256-${"0".repeat(64)}}
  filesystems:
    - {device: /dev/mapper/secret, format: xfs, path: /srv, label: srv, uuid: 01234567-89ab-cdef-edcb-a98765432101, wipe_filesystem: true, with_mount_unit: true, options: [-K], mount_options: [noatime]}
`;

  test("every field of the spec is read", () => {
    expect(transpile(everything).report.filter(isFatal)).toEqual([]);
    const { disks, raid, luks, filesystems } = opened(everything).storage;
    expect(disks).toEqual([
      {
        device: "/dev/sdb",
        wipeTable: false,
        partitions: [
          {
            number: 1,
            label: "swap",
            sizeMib: 1024,
            startMib: 0,
            typeGuid: "0657FD6D-A4AB-43C4-84E5-0933C84B4F4F",
            guid: "01234567-89ab-cdef-edcb-a98765432101",
            resize: true,
            absent: false,
            wipeEntry: true,
          },
          {
            number: 2,
            label: "",
            sizeMib: 0,
            startMib: 0,
            typeGuid: "",
            guid: "",
            resize: false,
            absent: true,
            wipeEntry: true,
          },
        ],
      },
    ]);
    expect(raid).toEqual([
      {
        name: "data",
        level: "raid1",
        devices: ["/dev/sdc", "/dev/sdd", "/dev/sde"],
        spares: 1,
        options: ["--verbose"],
      },
    ]);
    expect(luks).toEqual([
      {
        name: "secret",
        device: "/dev/md/data",
        label: "crypt",
        uuid: "01234567-89ab-cdef-edcb-a98765432101",
        wipe: true,
        key: {
          inline: "",
          source: "https://example.com/key.gz",
          compression: "gzip",
          hash: `sha256-${"0".repeat(64)}`,
          headers: [{ name: "Authorization", value: "Bearer abc" }],
        },
        options: ["--verbose"],
        discard: true,
        openOptions: ["--perf-no_read_workqueue"],
        tpm2: "",
        pcrs: "4+7+8+9+11+12+13",
      },
    ]);
    expect(filesystems).toEqual([
      {
        device: "/dev/mapper/secret",
        format: "xfs",
        path: "/srv",
        label: "srv",
        uuid: "01234567-89ab-cdef-edcb-a98765432101",
        wipe: true,
        mountUnit: true,
        options: ["-K"],
        mountOptions: ["noatime"],
      },
    ]);
  });

  test.each<[string, (string | number)[], unknown, string, string]>([
    [
      "a flag that stands there as false",
      ["disks", 0, "wipeTable"],
      true,
      "wipe_table: false",
      "wipe_table: true",
    ],
    [
      "a size in a flow mapping",
      ["disks", 0, "partitions", 0, "sizeMib"],
      2048,
      "size_mib: 1024",
      "size_mib: 2048",
    ],
    [
      "an option of many",
      ["filesystems", 0, "mountOptions", 0],
      "relatime",
      "mount_options: [noatime]",
      "mount_options: [relatime]",
    ],
  ])("least change: %s", (_, path, value, from, to) => {
    const before = opened(everything);
    const after = {
      ...before,
      storage: setAt(before.storage, path, value),
    };
    const settled = settlePreset(before, after);
    expect(settled.rest.text).toBe(everything.replace(from, to));
    expect(settled.storage).toEqual(after.storage);
  });

  test("an item that is still being filled in stays while the document has nothing of it", () => {
    const before = opened(everything);
    const mounts = presetOf({ mounts: [{ what: "nas:/www" }] }).storage.mounts;
    const storage = {
      ...before.storage,
      mounts,
      raid: setAt(before.storage.raid, [0, "options"], ["--verbose", ""]),
    };
    const settled = settlePreset(before, { ...before, storage });
    expect(settled.rest.text).toBe(everything);
    expect(settled.storage).toEqual(storage);
    const filled = setAt(storage, ["mounts", 0, "where"], "/var/www");
    const after = settlePreset(settled, { ...settled, storage: filled });
    expect(after.rest.text).toContain("- name: var-www.mount");
    expect(after.storage.mounts).toEqual(filled.mounts);
  });

  test("what the forms have no field for stays in the text", () => {
    const text = `${header}storage:
  luks:
    - {name: data, device: /dev/sdb, clevis: {tpm2: true}}
systemd:
  units:
    - name: var-www.mount
      enabled: true
      contents: |
        [Mount]
        What=nas:/www
        Where=/var/www
        LazyUnmount=yes
`;
    const { storage } = opened(text);
    expect(storage.luks).toEqual([]);
    expect(storage.mounts).toEqual([]);
  });

  test("a root on RAID without partition numbers is shown, as Flatcar's documentation has it", () => {
    const { storage } = opened(`variant: flatcar
version: 1.0.0
storage:
  disks:
    - device: /dev/vdb
      wipe_table: true
      partitions:
       - {label: root1, type_guid: be9067b9-ea49-4f15-b4f6-f36f8c9e1818}
  raid:
    - name: "root_array"
      level: "raid1"
      devices: ["/dev/vdb1", "/dev/vdc1"]
  filesystems:
    - {device: "/dev/md/root_array", format: ext4, label: ROOT}
    - {device: /dev/vda9, format: ext4, wipe_filesystem: true, label: unused}
`);
    expect(storage.disks[0]?.partitions[0]?.number).toBe(0);
    expect(storage.raid.map(({ devices }) => devices.length)).toEqual([2]);
    expect(storage.filesystems.map(({ label }) => label)).toEqual([
      "ROOT",
      "unused",
    ]);
  });
});

describe("what is written", () => {
  test("an NFS export is mounted after the network, as Flatcar's documentation has it", () => {
    const text = textOf({
      mounts: [{ what: "nfs.example.com:/www", where: "/var/www/" }],
    });
    expect(text).toContain(`    - name: var-www.mount
      enabled: true
      contents: |
        [Unit]
        Before=remote-fs.target

        [Mount]
        What=nfs.example.com:/www
        Where=/var/www
        Type=nfs

        [Install]
        WantedBy=remote-fs.target
`);
  });

  test("a volume group is made on the first boot, before what is on it is mounted", () => {
    const text = textOf({
      lvm: [
        {
          name: "data",
          devices: ["/dev/sdb", "/dev/disk/by-id/x"],
          volumes: [
            {
              name: "docker",
              size: "10G",
              format: "ext4",
              path: "/var/lib/docker",
            },
            { name: "rest" },
          ],
        },
      ],
    });
    expect(text).toContain("ConditionFirstBoot=yes");
    expect(text).toContain(
      "Requires=dev-sdb.device dev-disk-by\\x2did-x.device",
    );
    expect(text).toContain(`ExecStart=pvcreate /dev/sdb /dev/disk/by-id/x
        ExecStart=vgcreate data /dev/sdb /dev/disk/by-id/x
        ExecStart=lvcreate -n docker -L 10G data
        ExecStart=mkfs.ext4 /dev/data/docker
        ExecStart=lvcreate -n rest -l 100%%FREE data
`);
    expect(text).toContain("After=lvm-data.service");
    expect(text).toContain("What=/dev/data/docker");
  });

  test("a swap file is made in a way that releases before 4186 know, too", () => {
    const text = textOf({ swap: { fileMib: 1024, swappiness: "10" } });
    expect(text).toContain("name: var-vm-swapfile1.swap");
    expect(text).toContain("bs=1M count=1024");
    expect(text).not.toContain("mkswap --size");
    expect(text).toContain("vm.swappiness=10");
  });

  test("the key goes to the TPM and from the disk; bound to a measured boot, updates let go of it", () => {
    const root = {
      name: "rootencrypted",
      device: "/dev/disk/by-partlabel/ROOT",
      wipe: true,
    };
    const once = textOf({ luks: [{ ...root, tpm2: "any" }] });
    expect(once).toContain(
      "ExecStart=systemd-cryptenroll --tpm2-device=auto --unlock-key-file=/etc/luks/rootencrypted --wipe-slot=0 --tpm2-pcrs= /dev/disk/by-partlabel/ROOT\n        ExecStart=rm /etc/luks/rootencrypted",
    );
    expect(once).not.toContain("oem-postinst");
    const bound = textOf({ luks: [{ ...root, tpm2: "measured" }] });
    expect(bound).toContain("path: /oem/bin/oem-postinst\n      mode: 0755");
    expect(bound).toContain("--tpm2-pcrs=4+7+8+9+11+12+13 /dev");
    expect(bound).toContain("Before=update-engine.service");
  });

  test.each<[string, object]>([
    ["a mount without its place", { mounts: [{ what: "nas:/a" }] }],
    ["a mount on no path", { mounts: [{ what: "nas:/a", where: "a" }] }],
    ["a mount of the root", { mounts: [{ what: "nas:/a", where: "/" }] }],
    ["a volume group without devices", { lvm: [{ name: "a" }] }],
    [
      "a volume group whose name would be several words",
      { lvm: [{ name: "a; reboot", devices: ["/dev/sdb"] }] },
    ],
    [
      "a swap file whose path would be several words",
      { swap: { fileMib: 1, filePath: "/a b" } },
    ],
    ["a swap file of no size", { swap: { fileMib: -1 } }],
    ["a swappiness that is no number", { swap: { swappiness: "a" } }],
    ["iSCSI that is off", { iscsi: { username: "a" } }],
  ])("%s writes nothing", (_, stored) => {
    expect(textOf(stored)).toBe(textOf({}));
  });

  const validate = process.env.IGNITION_VALIDATE;
  test.skipIf(!validate)(
    "Ignition has nothing against any of it",
    () => {
      fc.assert(
        fc.property(soundStorage, (stored) => {
          const { output } = transpile(textOf(stored));
          const { status, stdout, stderr } = spawnSync(validate!, ["-"], {
            input: output!,
            encoding: "utf8",
          });
          expect(`${stdout}${stderr}`).toBe("");
          expect(status).toBe(0);
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );
});

test("secrets are left out of what is shared, in a document kept whole too", () => {
  const preset = presetOf({
    luks: [
      {
        name: "data",
        device: "/dev/sdb",
        key: {
          inline: "Xk9mvPq2-key",
          headers: [{ name: "A", value: "Xk9mvPq2-head" }],
        },
      },
    ],
    iscsi: { enabled: true, username: "me", password: "Xk9mvPq2-pass" },
  });
  const whole = opened(`# mine\n${compose(preset).text}`);
  for (const one of [preset, whole]) {
    expect(secretsIn(one).map((path) => path.join("."))).toEqual([
      "storage.luks.0.key.inline",
      "storage.luks.0.key.headers.0.value",
      "storage.iscsi.password",
    ]);
    const shared = withoutSecrets(one);
    expect(compose(shared).text).not.toContain("Xk9mvPq2");
    expect(JSON.stringify(shared)).not.toContain("Xk9mvPq2");
  }
});
