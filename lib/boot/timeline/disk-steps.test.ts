import { describe, expect, test } from "vitest";
import type { IgnitionConfig } from "@/lib/butane";
import { failures, order, release, rows, stepOf } from "./testing";

describe("disks", () => {
  const given: IgnitionConfig = {
    ignition: { version: "3.3.0" },
    storage: {
      disks: [
        {
          device: "/dev/sdb",
          wipeTable: true,
          partitions: [{ label: "data" }, { number: 2 }],
        },
      ],
      luks: [
        { name: "data", device: "/dev/sdb1", wipeVolume: true },
        {
          name: "far",
          device: "/dev/sdb2",
          clevis: { tang: [{ url: "https://tang" }] },
        },
      ],
      filesystems: [
        { device: "/dev/mapper/data", format: "ext4", path: "/srv" },
      ],
    },
  };

  test("come in Ignition's order, and say what is lost", () => {
    expect(order({}, given).slice(0, 4)).toEqual([
      "initrd config",
      "initrd disks",
      "initrd ~luks",
      "initrd filesystems",
    ]);
    expect(rows(stepOf("disks", {}, given))).toEqual([
      "/dev/sdb: what is on it is lost; 2 partitions: data, 2",
    ]);
    expect(rows(stepOf("luks", {}, given))).toEqual([
      "/dev/mapper/data: on /dev/sdb1; what is on it is lost; a random key in /etc/luks/data",
      "/dev/mapper/far: on /dev/sdb2; unlocked by Tang",
    ]);
    expect(failures(stepOf("filesystems", {}, given))).toContain(
      "holds another filesystem",
    );
  });

  test.each([
    ["3510.3.8", false],
    ["4152.0.0", true],
    ["4593.2.5", true],
    ["4722.0.0", false],
  ])("on %s a partition without a number fails: %s", (of, fails) => {
    expect(
      failures(stepOf("disks", release(of), given)).includes("no number"),
    ).toBe(fails);
  });
});
