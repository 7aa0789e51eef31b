import { expect, test } from "vitest";
import { otherParts } from "./other-parts";

const text = `variant: flatcar
version: 1.1.0
# the clock
storage:
  disks: [{ device: /dev/sda }]
  files:
    - path: /etc/hostname
    - path: /etc/motd
kernel_arguments:
  should_exist: [quiet]
ignition:
  timeouts: { http_total: 30 }
systemd:
  units:
    - &first
      name: a.service
    - *first
`;

test("what no field wrote is listed in the order of its lines, by what it is", () => {
  const origins = [
    {
      path: ["storage", "files", 0, "contents"],
      field: ["identity", "hostname"],
    },
  ];
  expect(
    otherParts(text, origins).map(
      ({ what, name, line }) => `${line} ${what} ${name}`,
    ),
  ).toEqual([
    "5 disk /dev/sda",
    "8 file /etc/motd",
    "10 kernel argument quiet",
    "12 ignition.timeouts ",
    "15 unit a.service",
    "17 unit a.service",
  ]);
});

test("a field that knows a part of an entry knows the entry", () => {
  const origins = [{ path: ["systemd"], field: ["updates"] }];
  const parts = otherParts(text, origins);
  expect(parts.some(({ what }) => what === "unit")).toBe(false);
});
