import { describe, expect, test } from "vitest";
import type { IgnitionConfig } from "@/lib/butane";
import { presetOf } from "@/lib/checks/testing";
import { configOf, empty, k3s, order, release, rows, stepOf } from "./testing";

describe("images are merged as the release does it", () => {
  test("before 4628 after the start, and what they bring starts then", () => {
    const given = { ...k3s, ...release("4593.2.5") };
    expect(order(given)).toEqual([
      "initrd config",
      "initrd ~downloads",
      "initrd files",
      "initrd units",
      "start presets",
      "start merge",
      "start read-again",
      "later ~extension-updates",
      "later ~os-updates",
      "later reboots",
    ]);
    expect(rows(stepOf("read-again", given))).toContain(
      "k3s.service: by a link in multi-user.target.wants",
    );
  });

  test("from 4628 on in the initrd, and the unit starts with the others", () => {
    const given = { ...k3s, ...release("4757.1.0") };
    expect(order(given)).toEqual([
      "initrd config",
      "initrd ~downloads",
      "initrd files",
      "initrd units",
      "initrd merge",
      "start presets",
      "start services",
      "later ~extension-updates",
      "later ~os-updates",
      "later reboots",
    ]);
    expect(rows(stepOf("services", given))).toContain(
      "k3s.service: by a link in multi-user.target.wants",
    );
  });

  test("a release before extensions of the OS has none of them", () => {
    expect(order(release("3510.3.8"))).not.toContain("start merge");
  });
});

test("of the images that are merged, one is chosen, one is in the OS image, one is off", () => {
  const given = {
    extensions: { ...k3s.extensions, builtinOff: ["docker"] },
    target: { platform: "azure" },
  };
  expect(rows(stepOf("merge", given))).toEqual([
    "K3s: the image /opt/extensions/k3s/k3s-v1.32.2+k3s1-x86-64.raw",
    "containerd: part of the OS image",
    "oem-azure: the vendor's tools, part of the OS image for this platform",
  ]);
});

test("an image on a filesystem of its own is told apart where images are merged before it is there", () => {
  const given = {
    ...k3s,
    storage: {
      filesystems: [{ device: "/dev/sdb1", path: "/opt", format: "ext4" }],
    },
  };
  const onRelease = (of: string) =>
    rows(stepOf("merge", { ...given, ...release(of) }))[0];
  const later = "on the filesystem of /opt, which comes later";
  expect(onRelease("4757.1.0")).toContain(later);
  expect(onRelease("4593.2.5")).not.toContain(later);
});

test("an image over /etc is merged where its service is on, and not said to be supported", () => {
  const given = {
    layers: {
      confexts: [
        {
          name: "site",
          from: "files",
          files: [{ path: "etc/site.conf", text: "a" }],
        },
      ],
    },
  };
  const one = stepOf("merge-etc", given);
  expect(rows(one)).toEqual(["site: a folder with files of this config"]);
  expect(one.unverified).toContain("does not support");
  expect(order({})).not.toContain("start merge-etc");
});

test("an image that the node fetches by itself is fetched by a service", () => {
  const chosen = [{ ...k3s.extensions.chosen[0]!, firstBoot: "newest" }];
  const given = { extensions: { chosen } };
  expect(order(given)).not.toContain("initrd ~downloads");
  expect(stepOf("services", given).network).toBe(true);
  expect(rows(stepOf("services", given))).toContain(
    "fetch-k3s.service: fetches the image of k3s, which is merged then; waits for the network",
  );
});

test("a unit that is inside an image is not there when presets are read", () => {
  const config = {
    ...configOf(presetOf(k3s))!,
    systemd: { units: [{ name: "k3s.service", enabled: true }] },
  };
  expect(rows(stepOf("presets", k3s, config))).toEqual([
    "k3s.service: is inside an image and not there yet: nothing happens",
  ]);
  expect(
    rows(stepOf("presets", { ...k3s, ...release("4757.1.0") }, config)),
  ).toEqual(["k3s.service: on"]);
});

test("what lies beside an image is none, and a link may mask a unit", () => {
  const config: IgnitionConfig = {
    ...empty,
    storage: {
      files: ["a.raw", "a.verity", "a.roothash.p7s"].map((name) => ({
        path: `/var/lib/extensions/${name}`,
        contents: { source: "data:,a" },
      })),
      links: [
        {
          path: "/etc/systemd/system/locksmithd.service",
          target: "/dev/null",
        },
      ],
    },
  };
  expect(
    rows(stepOf("merge", {}, config)).filter((row) => /^a/.test(row)),
  ).toEqual(["a: an image without updates"]);
  expect(stepOf("reboots", {}, config).note).toContain("locksmithd is masked");
});
