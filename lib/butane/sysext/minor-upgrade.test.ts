import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { minorUpgrade, upgradeGuide, upgradeTargets } from "./minor-upgrade";
import type { ChosenImage, NodeExtensions } from "./node";
import { chosen, emitted, node } from "./testing";

const released = (...versions: string[]) =>
  versions.map((version) => ({ version }));
const catalogue = {
  releases: {
    kubernetes: released(
      ...["v1.35.6", "v1.34.9", "v1.34.0", "v1.33.10", "v1.33.9", "v1.32.2"],
      // 1.29 was never released as an image.
      ...["v1.30.5", "v1.28.5"],
    ),
    crio: released("v1.34.3", "v1.33.7", "v1.32.1"),
    k3s: released("v1.33.1+k3s1", "v1.32.2+k3s1"),
    rke2: released("v1.33.1+rke2r1", "v1.32.2+rke2r1"),
  },
};
const kubernetes = chosen({
  id: "kubernetes",
  version: "v1.32.2",
  updates: "patch",
  activation: "reboot",
});
const crio = chosen({ id: "crio", version: "v1.32.1", updates: "patch" });

function hopsOf(
  one: ChosenImage,
  target: string,
  surroundings: Partial<NodeExtensions> = {},
) {
  const plan = minorUpgrade(node(surroundings), one, target, catalogue);
  if (!plan.ok) throw new Error(JSON.stringify(plan.why));
  return plan.hops;
}

const linesOn = (
  hop: ReturnType<typeof hopsOf>[number],
  part: number,
  where: "node" | "cluster" = "node",
) =>
  hop.parts[part]!.blocks.filter((block) => block.where === where)
    .flatMap(({ commands }) => commands)
    .map(({ command }) => command);

test("one minor version after the other, each with its newest release", () => {
  const hops = hopsOf(kubernetes, "v1.35");
  expect(hops.map(({ from, to, version }) => [from, to, version])).toEqual([
    ["v1.32", "v1.33", "v1.33.10"],
    ["v1.33", "v1.34", "v1.34.9"],
    ["v1.34", "v1.35", "v1.35.6"],
  ]);
  // Each hop begins with the rule that the one before made.
  const rule = (hop: number) =>
    linesOn(hops[hop]!, 0).find((line) => line.includes("tee"))!;
  const folder = "/etc/sysupdate.kubernetes.d/kubernetes";
  expect(rule(0)).toContain(`${folder}-v1.32.conf | sudo tee ${folder}-v1.33`);
  expect(rule(1)).toContain(`${folder}-v1.33.conf | sudo tee ${folder}-v1.34`);
});

test("kubeadm's order, and the kubelet last of all on its node", () => {
  const [hop] = hopsOf(kubernetes, "v1.33");
  expect(hop!.parts.map(({ title }) => title)).toEqual([
    "First control plane",
    "Every other control plane, one after the other",
    "Every worker, few at a time",
  ]);
  const first = linesOn(hop!, 0);
  const at = (text: string) => first.findIndex((line) => line.includes(text));
  expect(at("stop systemd-sysupdate.timer")).toBe(0);
  expect(at("-C kubernetes update")).toBeLessThan(at("restart systemd-sysext"));
  expect(at("restart systemd-sysext")).toBeLessThan(
    at("kubeadm upgrade apply"),
  );
  // It asks nothing that the next line would answer, and where it fails the kubelet stays what it is.
  expect(first[at("kubeadm upgrade apply")]).toMatch(
    / --yes .* && sudo systemctl restart kubelet\.service$/,
  );
  // The whole service would also do what an update does: raise the flag for a reboot, into a kubelet that is too new.
  expect(at("systemd-sysupdate.service")).toBe(-1);
  expect(linesOn(hop!, 2).join()).toContain("sudo kubeadm upgrade node &&");
  expect(linesOn(hop!, 2).join()).not.toContain("upgrade apply");
  expect(linesOn(hop!, 1, "cluster")).toEqual([
    "NODE=node-1",
    'kubectl drain "$NODE" --ignore-daemonsets',
    'kubectl uncordon "$NODE"',
    "kubectl get nodes",
  ]);
});

test("CRI-O goes along, and before the kubelet", () => {
  const all = { chosen: [kubernetes, crio] };
  const lines = linesOn(hopsOf(kubernetes, "v1.33", all)[0]!, 2);
  expect(lines).toContain(
    "sudo /usr/lib/systemd/systemd-sysupdate -C crio update",
  );
  expect(lines.join("\n")).toMatch(
    /restart crio\.service && .*restart kubelet/,
  );
});

test.each<[string, Partial<ChosenImage>, (string | null)[]]>([
  ["at the same minor version", {}, ["v1.32", "v1.33"]],
  ["behind", { version: "v1.31.2" }, ["v1.31", "v1.33"]],
  ["ahead", { version: "v1.34.0" }, [null, null]],
  // Its one rule would be made of itself, and then taken away.
  ["updated over minor versions", { updates: "any" }, [null, null]],
  ["without a version", { version: "" }, [null, null]],
])("CRI-O that is %s begins where it is", (_, crioHas, rules) => {
  const all = { chosen: [kubernetes, { ...crio, ...crioHas }] };
  const found = hopsOf(kubernetes, "v1.34", all).map(
    (hop) =>
      /test -s \S+crio-(\S+)\.conf/.exec(linesOn(hop, 0).join("\n"))?.[1] ??
      null,
  );
  expect(found).toEqual(rules);
});

test.each([
  ["k3s", "v1.32.2+k3s1", ["k3s.service", "k3s-agent.service"]],
  ["rke2", "v1.32.2+rke2r1", ["rke2-server.service", "rke2-agent.service"]],
])("%s: servers, then agents", (id, version, units) => {
  const one = chosen({ id, version, updates: "patch" });
  const [hop] = hopsOf(one, "v1.33");
  expect(hop!.parts).toHaveLength(2);
  units.forEach((unit, part) =>
    expect(linesOn(hop!, part)).toContain(`sudo systemctl restart ${unit}`),
  );
});

test("without updates the image comes by hand, in an exact version and checked", () => {
  const fixed = { ...kubernetes, updates: "none" as const };
  const lines = linesOn(hopsOf(fixed, "v1.33")[0]!, 0);
  expect(lines.join("\n")).toContain("kubernetes-v1.33.10-x86-64.raw");
  expect(lines.join("\n")).toContain("sha256sum -c -");
  expect(lines.join("\n")).not.toContain("systemd-sysupdate");
});

test.each<[string, ChosenImage, string, unknown]>([
  [
    "no cluster",
    chosen({ id: "docker", version: "1.0.0" }),
    "1.1",
    "not-a-cluster",
  ],
  ["no version", { ...kubernetes, version: "" }, "v1.33", "no-version"],
  [
    "another line",
    { ...kubernetes, version: "v1.32.2;a" },
    "v1.33",
    "no-version",
  ],
  ["any newer", { ...kubernetes, updates: "any" }, "v1.33", "any-newer"],
  [
    "a gap",
    { ...kubernetes, version: "v1.28.5" },
    "v1.30",
    { missing: "v1.29" },
  ],
  ["backwards", kubernetes, "v1.30", { missing: "v1.33" }],
])("no plan: %s", (_, one, target, why) => {
  expect(minorUpgrade(node({}), one, target, catalogue)).toEqual({
    ok: false,
    why,
  });
});

test("targets are the newer minor versions, nearest first", () => {
  expect(upgradeTargets("v1.32.2", catalogue.releases.kubernetes)).toEqual([
    "v1.33",
    "v1.34",
    "v1.35",
  ]);
  expect(upgradeTargets("", catalogue.releases.kubernetes)).toEqual([]);
  expect(upgradeGuide({ id: "constructor" })).toBeUndefined();
});

test("the rule of the next minor version, made by a shell, is the one that a new node gets", () => {
  const root = mkdtempSync(join(tmpdir(), "minor-"));
  try {
    const old = { ...kubernetes, minVersion: "v1.32.1" };
    const folder = "/etc/sysupdate.kubernetes.d";
    const before = `${folder}/kubernetes-v1.32.conf`;
    const path = join(root, before);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, emitted({ chosen: [old] }).text(before)!);
    const lines = linesOn(hopsOf(old, "v1.33")[0]!, 0)
      .filter((line) => line.includes(folder))
      .join("\n")
      .replaceAll("sudo ", "")
      .replaceAll("/etc/", `${root}/etc/`);
    // Typed twice, the second time changes nothing.
    spawnSync("sh", ["-c", `${lines}\n${lines}`]);
    const now = { ...kubernetes, version: "v1.33.10" };
    const after = `${folder}/kubernetes-v1.33.conf`;
    expect(readdirSync(dirname(path))).toEqual(["kubernetes-v1.33.conf"]);
    expect(readFileSync(join(root, after), "utf8")).toBe(
      emitted({ chosen: [now] }).text(after),
    );
  } finally {
    rmSync(root, { recursive: true });
  }
});
