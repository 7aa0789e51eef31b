import { expect, test } from "vitest";
import { chosen, containers, told } from "./testing";

test.each<[string, object, string]>([
  [
    "a disk that nothing mounts",
    containers({ disk: "/var/lib/docker" }),
    "docker-disk-unmounted containers.disk",
  ],
  [
    "a disk without its root",
    containers({ disk: "docker" }),
    "docker-disk containers.disk",
  ],
  [
    "Docker at boot, and no Docker",
    { ...containers({ start: true }), extensions: { builtinOff: ["docker"] } },
    "docker-missing containers",
  ],
])("%s is told", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

const zfs = (params: object) => ({
  ...chosen({
    id: "zfs",
    params: { devices: ["/dev/disk/by-id/one"], ...params },
  }),
  ...containers({ disk: "/var/lib/docker/" }),
});
const unit = (name: string, contents: string) => ({
  ...containers({ disk: "/var/lib/docker" }),
  units: { units: [{ name, contents }] },
});
const mountpoint = "-o mountpoint=/var/lib/docker tank/docker";

test.each<[string, object]>([
  ["ZFS, which Docker waits for", zfs({ docker: true })],
  ["a pool that may be there already", zfs({ devices: [] })],
  ["a mount unit", unit("var-lib-docker.mount", "[Mount]\nWhat=/dev/vdb\n")],
  ["an automount", unit("var-lib-docker.automount", "[Automount]\n")],
  [
    "Butane's mount unit, of a folder above",
    {
      ...containers({ disk: "/var/lib/docker" }),
      rest: {
        text: "storage: {filesystems: [{path: /var/lib, device: /dev/vdb, format: ext4, with_mount_unit: true}]}",
      },
    },
  ],
  [
    "a mount unit that is written as a file",
    {
      ...containers({ disk: "/var/lib/docker" }),
      files: {
        files: [
          {
            path: "/etc/systemd/system/var-lib-docker.mount",
            contents: { text: "[Mount]\nWhat=/dev/vdb\n" },
          },
        ],
      },
    },
  ],
  [
    "/etc/fstab",
    {
      ...containers({ disk: "/var/lib/docker" }),
      files: {
        files: [
          {
            path: "/etc/fstab",
            contents: { text: "# disks\nLABEL=docker /var/lib/docker ext4\n" },
          },
        ],
      },
    },
  ],
  [
    "a config that is merged, and not known here",
    {
      ...containers({ disk: "/var/lib/docker" }),
      ignition: { merge: [{ source: "https://c.example.com/a.ign" }] },
    },
  ],
])("Docker's disk may be mounted by %s", (_, stored) => {
  expect(told(stored).filter((line) => line.includes("-disk"))).toEqual([]);
});

test("a dataset that Docker does not wait for is told", () => {
  expect(told(zfs({ datasets: [mountpoint] }))).toContain(
    "docker-disk-zfs containers.disk",
  );
});

test.each<[string, object, boolean]>([
  ["elsewhere", { dataRoot: "/srv/docker" }, true],
  ["elsewhere by its own words", { more: '{"data-root": "/y"}' }, true],
  ["where it is by default", {}, false],
  ["in a folder of it", { dataRoot: "/var/lib/docker/data" }, false],
])("a disk that Docker waits for, with its data %s", (_, daemon, isTold) => {
  const said = told({
    ...containers({ disk: "/var/lib/docker", daemon }),
    storage: {
      filesystems: [
        {
          device: "/dev/disk/by-partlabel/docker",
          format: "ext4",
          path: "/var/lib/docker",
          mountUnit: true,
        },
      ],
    },
  });
  expect(said.includes("docker-disk-elsewhere containers.disk")).toBe(isTold);
});

test("a mask mounts nothing", () => {
  const stored = {
    ...containers({ disk: "/var/lib/docker" }),
    units: { units: [{ name: "var-lib-docker.mount", mask: true }] },
  };
  expect(told(stored)).toContain("docker-disk-unmounted containers.disk");
});
