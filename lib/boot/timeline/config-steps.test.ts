import { expect, test } from "vitest";
import type { IgnitionConfig } from "@/lib/butane";
import { empty, failures, k3s, order, rows, stepOf } from "./testing";

test("kernel arguments cost a reboot, and cannot be set over the network", () => {
  const given = { kernel: { arguments: ["nosmt"] } };
  expect(order(given)).toContain("initrd kernel-arguments");
  expect(failures(stepOf("kernel-arguments", given))).not.toContain("It does");
  const pxe = { ...given, target: { platform: "pxe" } };
  expect(failures(stepOf("kernel-arguments", pxe))).toContain("It does here");
});

test("a config that another stands in for is told as far as that", () => {
  expect(
    order(k3s, {
      ignition: {
        version: "3.4.0",
        config: { replace: { source: "https://example.com/a.ign" } },
      },
    }),
  ).toEqual(["initrd config", "initrd ~merge-configs"]);
});

test("a config inside the config is told, and what it stands in for is not", () => {
  const inside = { source: "data:,%7B%7D" };
  const ignition = (config: object): IgnitionConfig => ({
    ignition: { version: "3.4.0", config },
    kernelArguments: { shouldExist: ["quiet"] },
  });
  const replaced = ignition({
    replace: inside,
    merge: [{ source: "https://example.com/a.ign" }],
  });
  expect(order(k3s, replaced)).toEqual([
    "initrd config",
    "initrd merge-configs",
  ]);
  expect(rows(stepOf("merge-configs", k3s, replaced))).toEqual([
    "a config inside this one: stands in for this config",
  ]);
  const merged = ignition({ merge: [inside] });
  expect(order({}, merged).slice(0, 3)).toEqual([
    "initrd config",
    "initrd merge-configs",
    "initrd kernel-arguments",
  ]);
});

test("a pointer is fetched before anything else", () => {
  const target = { handOver: "pointer", handOverFrom: "https://c/a.ign" };
  const first = stepOf("config", { target }, empty);
  expect(first.network).toBe(true);
  expect(rows(first)).toEqual(["https://c/a.ign: "]);
});
