import { expect, test } from "vitest";
import { extensionById } from "./extensions";
import { nextSeriesCommands } from "./next-series";

const commands = (id: string, version: string) =>
  nextSeriesCommands(extensionById(id)!, version).map(({ command }) => command);

test("Kubernetes goes to the next minor version with a rule of its own", () => {
  const folder = "/etc/sysupdate.kubernetes.d";
  expect(commands("kubernetes", "v1.36.2")).toEqual([
    `sudo sed 's/kubernetes-v1\\.36\\./kubernetes-v1.37./' ${folder}/kubernetes-v1.36.conf | sudo tee ${folder}/kubernetes-v1.37.conf`,
    `sudo rm ${folder}/kubernetes-v1.36.conf`,
    "sudo systemctl start systemd-sysupdate.service",
  ]);
});

test.each([
  ["k3s", "v1.36.2+k3s1", "k3s-v1.37.conf"],
  ["rke2", "v1.9.2+rke2r1", "rke2-v1.10.conf"],
  ["crio", "v1.36.2", "crio-v1.37.conf"],
])("%s %s gets %s", (id, version, file) => {
  expect(commands(id, version)[0]).toContain(`/etc/sysupdate.${id}.d/${file}`);
});

test.each([
  ["tailscale", "v1.98.9"],
  ["kubernetes", ""],
  ["kubernetes", "v1.36.2; reboot"],
])("%s %j has nothing of the kind", (id, version) => {
  expect(commands(id, version)).toEqual([]);
});
