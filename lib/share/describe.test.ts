import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyPreset, type Preset } from "@/lib/preset";
import { describeShare } from "./describe";
import { arbitraryPreset } from "./testdata/arbitrary-preset";

const empty = emptyPreset();
const key = "ssh-ed25519 AAAA me@host";

function chosen(id: string, version: string, own?: { url: string }) {
  return {
    id,
    version,
    hash: "",
    updates: "none",
    activation: "next-boot",
    keep: 3,
    params: {},
    ...(own && { own: { ...own, updatesFrom: "" } }),
  } as const;
}

test("an empty node says only where it would run", () => {
  expect(describeShare(empty)).toEqual([
    "a node for Amazon EC2, x86-64, Flatcar stable",
  ]);
});

test("everything that reaches the node is named", () => {
  const preset: Preset = {
    ...empty,
    target: {
      ...empty.target,
      architecture: "arm64",
      release: "4593.2.5",
      platform: "hetzner",
    },
    extensions: {
      chosen: [
        chosen("kubernetes", "v1.32.2"),
        chosen("zfs", ""),
        chosen("mine", "1.0", {
          url: "https://downloads.example.org/mine.raw",
        }),
      ],
      builtinOff: ["docker"],
      bakery: "https://mirror.example.com/extensions/",
    },
    updates: { ...empty.updates, coordinator: "kured" },
    identity: { hostname: "node-1", timezone: "" },
    users: {
      users: [
        {
          name: "core",
          keys: [key, key],
          passwordHash: "",
          groups: ["docker"],
        },
        { name: "root", keys: [], passwordHash: "", groups: [] },
      ],
    },
    osUpdates: { ...empty.osUpdates, server: "disabled", group: "beta" },
    rest: {
      whole: false,
      text: "systemd:\n  units:\n    - name: a.service\n\nstorage:\n  files: [{path: /a}, {path: /b}]\n",
    },
  };
  const leftOut = [
    ["users", "users", 1, "passwordHash"],
    ["extensions", "chosen", 0, "params", "joinCommand"],
  ];
  expect(describeShare(preset, leftOut)).toEqual([
    "a node for Hetzner Cloud, arm64, Flatcar 4593.2.5",
    "sets the hostname node-1",
    "3 extensions: kubernetes v1.32.2, zfs, mine 1.0",
    "1 image from elsewhere: downloads.example.org",
    "takes images from mirror.example.com",
    "switches the built-in docker off",
    "adds 2 SSH keys for core",
    "sets up 1 user: root",
    "adds users to 1 group: docker",
    "leaves reboots to kured",
    "follows the OS channel beta",
    "switches OS updates off",
    "more Butane: 5 lines, with 1 unit, 2 files",
    "the password hash of root is not in the link",
    "joinCommand of kubernetes is a secret and not in the link",
  ]);
});

test("long lists are cut and counted", () => {
  const names = ["btop", "tilde", "ig", "scx", "bird", "nomad"];
  const preset: Preset = {
    ...empty,
    extensions: {
      ...empty.extensions,
      chosen: names.map((id) => chosen(id, "1")),
    },
  };
  expect(describeShare(preset)[1]).toBe(
    "6 extensions: btop 1, tilde 1, ig 1, scx 1 and 2 more",
  );
});

test("words from a link stay in their place", () => {
  const hostile = "node\u202e\u0007\n2 extensions: none" + "x".repeat(500);
  const preset: Preset = {
    ...empty,
    identity: { hostname: hostile, timezone: "" },
  };
  expect(describeShare(preset)[1]).toBe(
    `sets the hostname ${"node 2 extensions: none".padEnd(47, "x")}…`,
  );
  fc.assert(
    fc.property(arbitraryPreset, (any) => {
      for (const line of describeShare(any)) {
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(line.length).toBeLessThan(700);
      }
    }),
  );
});
